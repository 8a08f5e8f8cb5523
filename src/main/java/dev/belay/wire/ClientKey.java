package dev.belay.wire;

import dev.belay.chat.ProblemException;
import dev.belay.wire.Network.Identity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Reads the certificate and the private key that a client shows to servers which ask for one. */
final class ClientKey {

    private static final char[] NO_PASSWORD = {};

    private ClientKey() {}

    /** @throws ProblemException when a file does not hold what it should, or the two do not belong together */
    static KeyManager[] managers(Identity identity) {
        Certificate[] chain = chain(identity.certificate());
        PrivateKey key = key(identity.key(), chain[0].getPublicKey());
        if (!fits(key, chain[0].getPublicKey())) {
            throw identity.key()
                    .wrong(
                            "is not the key of the certificate in "
                                    + identity.certificate().path(),
                            "the two must belong together");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("client", key, NO_PASSWORD, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException broken) {
            throw identity.key().wrong("cannot be used: " + broken.getMessage(), "");
        }
    }

    private static Certificate[] chain(NamedFile file) {
        List<Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            for (DerCertificate one : Roots.inFile(file)) {
                chain.add(certificates.generateCertificate(new ByteArrayInputStream(one.bytes())));
            }
            return chain.toArray(new Certificate[0]);
        } catch (CertificateException unreadable) {
            throw file.wrong("holds a certificate that cannot be read", "copy it again");
        }
    }

    private static PrivateKey key(NamedFile file, PublicKey certified) {
        for (Pem.Block block : Pem.blocks(file.read())) {
            if (block.is("PRIVATE KEY")) {
                return decoded(block.bytes(), file, certified);
            }
            if (block.is("ENCRYPTED PRIVATE KEY") || block.is("RSA PRIVATE KEY") || block.is("EC PRIVATE KEY")) {
                throw file.wrong(
                        block.is("ENCRYPTED PRIVATE KEY")
                                ? "holds a key with a password"
                                : "holds a key in an old form",
                        "convert it: openssl pkcs8 -topk8 -nocrypt -in " + file.path() + " -out new.key");
            }
        }
        throw file.wrong("holds no private key", "it takes PEM: a block that begins with -----BEGIN PRIVATE KEY-----");
    }

    private static PrivateKey decoded(byte[] pkcs8, NamedFile file, PublicKey certified) {
        for (String algorithm : new String[] {certified.getAlgorithm(), "RSA", "EC"}) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException another) {
                // Then it is of another kind.
            }
        }
        throw file.wrong("holds a private key that cannot be read", "copy it again");
    }

    /** What the one signs the other must accept. */
    private static boolean fits(PrivateKey key, PublicKey certified) {
        byte[] text = {1, 2, 3};
        try {
            Signature signing = Signature.getInstance(signature(certified));
            signing.initSign(key);
            signing.update(text);
            byte[] signed = signing.sign();
            signing.initVerify(certified);
            signing.update(text);
            return signing.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static String signature(PublicKey key) {
        String algorithm = key.getAlgorithm();
        return algorithm.equals("RSA") ? "SHA256withRSA" : algorithm.equals("EC") ? "SHA256withECDSA" : algorithm;
    }
}
