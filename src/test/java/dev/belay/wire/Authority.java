package dev.belay.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Somebody who signs certificates, whom only those trust that are told to. */
public final class Authority {

    private final HeldCertificate root;

    public Authority() {
        root = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("test root")
                .build();
    }

    public String pem() {
        return root.certificatePem();
    }

    /** A certificate for these names. */
    public HeldCertificate certificate(String... names) {
        return builder(names).build();
    }

    HeldCertificate.Builder builder(String... names) {
        HeldCertificate.Builder certificate = new HeldCertificate.Builder().signedBy(root);
        for (String name : names) {
            certificate.addSubjectAlternativeName(name);
        }
        return certificate;
    }

    /** What a server needs to show a certificate, and to check those of clients. */
    HandshakeCertificates server(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(root.certificate())
                .build();
    }

    public SSLContext context(String... names) {
        return server(certificate(names)).sslContext();
    }

    /** The root in a file. */
    NamedFile file(String setting, Path folder) throws IOException {
        return new NamedFile(setting, Files.writeString(folder.resolve(setting + ".pem"), pem()));
    }

    /** Trusts this authority and nobody else. */
    Network network(Path folder) throws IOException {
        return network(Proxies.NONE, folder);
    }

    Network network(Proxies proxies, Path folder) throws IOException {
        Optional<NamedFile> only = Optional.of(file("SSL_CERT_FILE", folder));
        return new Network(proxies, new Network.Trust(only, Optional.empty()), Optional.empty());
    }
}
