package dev.belay.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts those servers that Java would trust with the same roots, but reads only the roots that may have signed the server's
 * certificate: the checking itself is Java's own. Any thread.
 */
final class Anchors extends X509ExtendedTrustManager {

    private static final X509Certificate[] NOT_TOLD = {};

    private final List<DerCertificate> roots;

    Anchors(List<DerCertificate> roots) {
        this.roots = roots;
    }

    /** Something Java can check by a set of roots. */
    private interface Check {
        void by(X509ExtendedTrustManager java) throws CertificateException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        check(chain, java -> java.checkServerTrusted(chain, keyType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        check(chain, java -> java.checkServerTrusted(chain, keyType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        check(chain, java -> java.checkServerTrusted(chain, keyType));
    }

    /** One name can be written in several ways, which only Java knows to be the same: then all roots are read. */
    private void check(X509Certificate[] chain, Check check) throws CertificateException {
        List<DerCertificate> named = namedIn(chain);
        if (!named.isEmpty()) {
            try {
                check.by(trusting(named));
                return;
            } catch (CertificateException notByThese) {
                // The answer below is the one that counts.
            }
        }
        check.by(trusting(roots));
    }

    /** The roots that a certificate of the chain names as its signer, or that are in the chain themselves. */
    private List<DerCertificate> namedIn(X509Certificate[] chain) {
        List<DerCertificate> named = new ArrayList<>();
        for (DerCertificate root : roots) {
            for (X509Certificate certificate : chain) {
                if (root.subject()
                                .equals(ByteBuffer.wrap(
                                        certificate.getIssuerX500Principal().getEncoded()))
                        || root.subject()
                                .equals(ByteBuffer.wrap(
                                        certificate.getSubjectX500Principal().getEncoded()))) {
                    named.add(root);
                    break;
                }
            }
        }
        return named;
    }

    private static X509ExtendedTrustManager trusting(List<DerCertificate> roots) throws CertificateException {
        try {
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            for (DerCertificate root : roots) {
                add(root, certificates, store);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException broken) {
            throw new CertificateException(broken);
        }
    }

    private static void add(DerCertificate root, CertificateFactory certificates, KeyStore store)
            throws KeyStoreException {
        try {
            store.setCertificateEntry(
                    Integer.toString(store.size()),
                    certificates.generateCertificate(new ByteArrayInputStream(root.bytes())));
        } catch (CertificateException unreadable) {
            // One that Java cannot read vouches for nobody.
        }
    }

    /** Checks the first of the roots, whatever comes of it. */
    void rehearse() throws CertificateException {
        X509Certificate root = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(roots.get(0).bytes()));
        checkServerTrusted(new X509Certificate[] {root}, "UNKNOWN");
    }

    /** Only servers need to tell; OkHttp would read all of them to join connections, which this client does not want. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NOT_TOLD;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        throw noServer();
    }

    private static CertificateException noServer() {
        return new CertificateException("this is a client");
    }
}
