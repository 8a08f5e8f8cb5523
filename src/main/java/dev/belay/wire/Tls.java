package dev.belay.wire;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.time.Duration;
import java.util.List;
import javax.crypto.KeyAgreement;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** Makes a client speak https. Loaded only for that. */
final class Tls {

    private Tls() {}

    /**
     * @param plain what is shared: the connections, the limits
     * @param keys who we are; null for nobody
     * @param handshake how long a server may be silent in the handshake
     */
    static OkHttpClient client(OkHttpClient plain, List<DerCertificate> roots, KeyManager[] keys, Duration handshake) {
        try {
            Anchors anchors = new Anchors(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {anchors}, null);
            return plain.newBuilder()
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                    .sslSocketFactory(new TlsSockets(context.getSocketFactory(), handshake), anchors)
                    .build();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Java cannot speak TLS here", broken);
        }
    }

    /**
     * Goes once through what follows the server's first word: what Java does here for the first time takes it 30 ms, which are
     * free while the first handshake still waits for its keys.
     */
    static void rehearse(List<DerCertificate> roots) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            XECPublicKeySpec other =
                    new XECPublicKeySpec(NamedParameterSpec.X25519, ((XECPublicKey) pair.getPublic()).getU());
            KeyAgreement agreement = KeyAgreement.getInstance("XDH");
            agreement.init(pair.getPrivate());
            agreement.doPhase(KeyFactory.getInstance("XDH").generatePublic(other), true);
            agreement.generateSecret();
            new Anchors(roots).rehearse();
        } catch (GeneralSecurityException without) {
            // The handshake will say what is missing.
        }
    }

    /** Does once what the first handshake would: the tables of the curve that nearly every server uses take Java 60 ms. */
    static void warmUp() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec("secp256r1"));
            pairs.generateKeyPair();
        } catch (GeneralSecurityException without) {
            // The handshake will say what is missing.
        }
    }
}
