package dev.belay.wire;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the certificates of those who are trusted to vouch for others. */
final class Roots {

    private static final int JKS = 0xFEEDFEED;
    private static final int JKS_VERSION = 2;
    private static final int JKS_CERTIFICATE = 2;

    private Roots() {}

    /** Everybody who is trusted. */
    static List<DerCertificate> of(Network.Trust trust) {
        List<DerCertificate> all =
                new ArrayList<>(trust.only().map(Roots::inFile).orElseGet(Roots::ofPlatform));
        trust.besides().ifPresent(file -> all.addAll(inFile(file)));
        return all;
    }

    /**
     * The certificates in a PEM file.
     *
     * @throws dev.belay.chat.ProblemException when there is none
     */
    static List<DerCertificate> inFile(NamedFile file) {
        List<DerCertificate> found = new ArrayList<>();
        for (Pem.Block block : Pem.blocks(file.read())) {
            if (block.is("CERTIFICATE") || block.is("TRUSTED CERTIFICATE") || block.is("X509 CERTIFICATE")) {
                found.add(DerCertificate.of(block.bytes())
                        .orElseThrow(() -> file.wrong("holds a certificate that cannot be read", "copy it again")));
            }
        }
        if (found.isEmpty()) {
            throw file.wrong(
                    "holds no certificate", "it takes PEM: blocks that begin with -----BEGIN CERTIFICATE-----");
        }
        return found;
    }

    /** Those that came with Java. */
    private static List<DerCertificate> ofPlatform() {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try {
            Optional<List<DerCertificate>> quickly = inJks(Files.readAllBytes(file));
            return quickly.isPresent() ? quickly.get() : inKeyStore(KeyStore.getInstance(file.toFile(), (char[]) null));
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("Java's own certificates cannot be read", broken);
        }
    }

    /** The JDK would read each certificate whole. Empty for a file of another form. */
    private static Optional<List<DerCertificate>> inJks(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != JKS || in.readInt() != JKS_VERSION) {
            return Optional.empty();
        }
        List<DerCertificate> found = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            if (in.readInt() != JKS_CERTIFICATE) {
                return Optional.empty();
            }
            in.readUTF();
            in.readLong();
            in.readUTF();
            DerCertificate.of(in.readNBytes(in.readInt())).ifPresent(found::add);
        }
        return Optional.of(found);
    }

    private static List<DerCertificate> inKeyStore(KeyStore store) throws GeneralSecurityException {
        List<DerCertificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                DerCertificate.of(store.getCertificate(alias).getEncoded()).ifPresent(found::add);
            }
        }
        return found;
    }
}
