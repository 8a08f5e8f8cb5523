package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import dev.belay.wire.Network.Identity;
import dev.belay.wire.Network.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the client trusts, who it says it is, and what it says when a connection cannot be made secure. */
@Timeout(60)
class TrustTest {

    private static final Authority AUTHORITY = new Authority();
    private static final Authority STRANGER = new Authority();
    private static final long DAY = Duration.ofDays(1).toMillis();

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void answer() {
        server.enqueue(new MockResponse.Builder().body(Words.HELLO + Words.DONE).build());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String serve(Authority authority, HeldCertificate certificate) throws IOException {
        server.useHttps(authority.server(certificate).sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
        return "https://127.0.0.1:" + server.getPort() + "/v1";
    }

    private String serve() throws IOException {
        return serve(AUTHORITY, AUTHORITY.certificate("127.0.0.1"));
    }

    private static Http http(Trust trust, Identity identity) {
        return Http.over(
                new Network(Proxies.NONE, trust, Optional.ofNullable(identity)), Timeouts.DEFAULT, Http.UNHEARD);
    }

    private static Trust only(NamedFile file) {
        return new Trust(Optional.of(file), Optional.empty());
    }

    private static Trust besides(NamedFile file) {
        return new Trust(Optional.empty(), Optional.of(file));
    }

    private NamedFile file(String setting, String text) throws IOException {
        return new NamedFile(setting, Files.writeString(folder.resolve(setting + "-" + text.hashCode()), text));
    }

    private static String told(Http http) {
        ProblemException told = assertThrows(ProblemException.class, () -> http.check("https://127.0.0.1/"));
        assertEquals(Kind.CONFIGURATION, told.problem().kind());
        return told.getMessage();
    }

    @Test
    void javasRootsAloneDoNotKnowTheTestsAuthority() throws Exception {
        Problem problem = Asked.begin(http(Trust.PLATFORM, null), serve()).problem();
        assertEquals(Kind.NETWORK, problem.kind());
        assertTrue(problem.message().startsWith("nobody who is trusted here has signed the certificate of 127.0.0.1"));
        assertTrue(problem.hint().contains("ca_file") && problem.hint().contains("SSL_CERT_FILE"), problem.hint());
    }

    @Test
    void sslCertFileIsTrusted() throws Exception {
        Asked.begin(http(only(AUTHORITY.file("SSL_CERT_FILE", folder)), null), serve())
                .expectHello();
    }

    @Test
    void caFileIsTrustedBesides() throws Exception {
        Asked.begin(http(besides(AUTHORITY.file("ca_file", folder)), null), serve())
                .expectHello();
    }

    @Test
    void sslCertFileReplacesJavasRootsAndCaFileDoesNot() throws Exception {
        int java = Roots.of(Trust.PLATFORM).size();
        NamedFile file = AUTHORITY.file("x", folder);
        assertTrue(java > 50, java + " roots came with Java");
        assertEquals(1, Roots.of(only(file)).size());
        assertEquals(java + 1, Roots.of(besides(file)).size());
        assertEquals(
                2, Roots.of(new Trust(Optional.of(file), Optional.of(file))).size());
    }

    @Test
    void severalRootsInOneFileAreAllRead() throws Exception {
        NamedFile both = file("ca_file", "text before\n" + STRANGER.pem() + "# between\n" + AUTHORITY.pem() + "after");
        Asked.begin(http(besides(both), null), serve()).expectHello();
    }

    @Test
    void aStrangersRootHelpsNobody() throws Exception {
        Problem problem = Asked.begin(http(only(STRANGER.file("SSL_CERT_FILE", folder)), null), serve())
                .problem();
        assertTrue(problem.message().startsWith("nobody who is trusted"), problem.message());
    }

    /** The name of the root is right, and its key is not. */
    @Test
    void aRootOfTheSameNameIsNotTheSameRoot() throws Exception {
        Authority namesake = new Authority();
        Problem problem = Asked.begin(http(only(namesake.file("SSL_CERT_FILE", folder)), null), serve())
                .problem();
        assertTrue(problem.message().startsWith("nobody who is trusted"), problem.message());
    }

    @Test
    void aServersOwnCertificateCanBeTrustedItself() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        Http http = http(besides(file("ca_file", own.certificatePem())), null);
        Asked.begin(http, serve(AUTHORITY, own)).expectHello();
    }

    @Test
    void aCertificateForAnotherNameIsRefusedWithItsNames() throws Exception {
        String url = serve(AUTHORITY, AUTHORITY.certificate("one.test", "two.test"));
        Problem problem =
                Asked.begin(http(only(AUTHORITY.file("x", folder)), null), url).problem();
        assertTrue(problem.message().contains("is for another name: one.test, two.test"), problem.message());
    }

    @Test
    void anExpiredCertificateIsRefusedWithAWordOnTheClock() throws Exception {
        long now = System.currentTimeMillis();
        String url = serve(
                AUTHORITY,
                AUTHORITY
                        .builder("127.0.0.1")
                        .validityInterval(now - 2 * DAY, now - DAY)
                        .build());
        Problem problem =
                Asked.begin(http(only(AUTHORITY.file("x", folder)), null), url).problem();
        assertTrue(problem.message().endsWith("has expired"), problem.message());
        assertTrue(problem.hint().contains("clock"), problem.hint());
    }

    @Test
    void aCertificateOfTomorrowIsRefusedWithAWordOnTheClock() throws Exception {
        long now = System.currentTimeMillis();
        String url = serve(
                AUTHORITY,
                AUTHORITY
                        .builder("127.0.0.1")
                        .validityInterval(now + DAY, now + 2 * DAY)
                        .build());
        Problem problem =
                Asked.begin(http(only(AUTHORITY.file("x", folder)), null), url).problem();
        assertTrue(problem.message().endsWith("is not valid yet"), problem.message());
    }

    @Test
    void aServerInTheClearIsSaidToBeOne() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Asked asked =
                    Asked.begin(http(Trust.PLATFORM, null), "https://127.0.0.1:" + listener.getLocalPort() + "/v1");
            try (RawConnection connection = RawConnection.accept(listener)) {
                connection.write("HTTP/1.1 400 Bad Request\r\n\r\n");
                assertTrue(
                        asked.problem().message().endsWith("does not speak TLS"),
                        asked.problem().message());
            }
        }
    }

    @Test
    void aServerThatLeavesInTheHandshakeMayBeAskedAgain() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Asked asked =
                    Asked.begin(http(Trust.PLATFORM, null), "https://127.0.0.1:" + listener.getLocalPort() + "/v1");
            try (Socket socket = listener.accept()) {
                socket.getInputStream().readNBytes(100);
                socket.shutdownOutput();
                assertTrue(asked.failure().retry().allowed());
                assertTrue(
                        asked.problem().message().contains("while it was made secure"),
                        asked.problem().message());
            }
        }
    }

    @Test
    void aServerThatIsSilentInTheHandshakeIsNotWaitedForAsForAnAnswer() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Timeouts timeouts = new Timeouts(Duration.ofMillis(200), Duration.ofHours(1), Duration.ofHours(1));
            Http http = Http.over(Network.DIRECT, timeouts, Http.UNHEARD);
            Asked asked = Asked.begin(http, "https://127.0.0.1:" + listener.getLocalPort() + "/v1");
            try (Socket socket = listener.accept()) {
                assertEquals(0x16, socket.getInputStream().read(), "a TLS handshake record");
                Failed failed = asked.failure();
                assertTrue(
                        failed.problem().message().contains("did not accept a connection in time"), failed.toString());
                assertTrue(failed.retry().allowed());
            }
        }
    }

    @Test
    void filesThatAreNotThereOrHoldNothingAreNamed() throws Exception {
        Path missing = folder.resolve("missing.pem");
        assertEquals(
                "SSL_CERT_FILE: cannot read the file " + missing + "; check its name",
                told(http(only(new NamedFile("SSL_CERT_FILE", missing)), null)));
        NamedFile empty = file("ca_file", "no certificate here");
        assertEquals(
                "ca_file: the file " + empty.path() + " holds no certificate;"
                        + " it takes PEM: blocks that begin with -----BEGIN CERTIFICATE-----",
                told(http(besides(empty), null)));
        assertTrue(told(http(
                        besides(file("ca_file", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")), null))
                .contains("holds a certificate that cannot be read"));
        assertTrue(told(http(
                        besides(file("ca_file", "-----BEGIN CERTIFICATE-----\n!§$\n-----END CERTIFICATE-----")), null))
                .contains("holds a certificate that cannot be read"));
    }

    @Test
    void filesAreNotReadForPlainAddresses() {
        NamedFile missing = new NamedFile("SSL_CERT_FILE", folder.resolve("missing.pem"));
        http(only(missing), null).check("http://127.0.0.1/");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatWantsACertificateGetsOurs(boolean rsa) throws Exception {
        server.requireClientAuth();
        HeldCertificate.Builder builder = AUTHORITY.builder("me").commonName("me");
        HeldCertificate me = (rsa ? builder.rsa2048() : builder.ecdsa256()).build();
        Identity identity =
                new Identity(file("client_cert", me.certificatePem()), file("client_key", me.privateKeyPkcs8Pem()));
        Asked.begin(http(only(AUTHORITY.file("x", folder)), identity), serve()).expectHello();
        assertTrue(server.takeRequest().getHandshake().peerPrincipal().getName().contains("CN=me"));
    }

    @Test
    void certificateAndKeyMayBeInOneFile() throws Exception {
        server.requireClientAuth();
        HeldCertificate me = AUTHORITY.certificate("me");
        NamedFile both = file("client_cert", me.privateKeyPkcs8Pem() + me.certificatePem() + AUTHORITY.pem());
        Asked.begin(http(only(AUTHORITY.file("x", folder)), new Identity(both, both)), serve())
                .expectHello();
    }

    /** Alerts of TLS that servers send in place of their part of the handshake. */
    @ParameterizedTest
    @CsvSource({
        "116, wants a client's certificate",
        "42, wants a client's certificate",
        "40, have no kind of encryption in common",
        "70, have no kind of encryption in common",
        "80, no secure connection to"
    })
    void whatTheServerObjectsToIsSaid(int alert, String words) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Asked asked =
                    Asked.begin(http(Trust.PLATFORM, null), "https://127.0.0.1:" + listener.getLocalPort() + "/v1");
            try (Socket socket = listener.accept()) {
                byte[] record = socket.getInputStream().readNBytes(5);
                socket.getInputStream().readNBytes((record[3] & 0xFF) << 8 | record[4] & 0xFF);
                socket.getOutputStream().write(new byte[] {0x15, 3, 3, 0, 2, 2, (byte) alert});
                assertTrue(
                        asked.problem().message().contains(words),
                        asked.problem().message());
            }
        }
    }

    @Test
    void keysThatDoNotFitOrCannotBeReadAreNamed() throws Exception {
        HeldCertificate me = AUTHORITY.certificate("me");
        NamedFile certificate = file("client_cert", me.certificatePem());
        NamedFile another = file("client_key", AUTHORITY.certificate("you").privateKeyPkcs8Pem());
        assertEquals(
                "client_key: the file " + another.path() + " is not the key of the certificate in " + certificate.path()
                        + "; the two must belong together",
                told(http(Trust.PLATFORM, new Identity(certificate, another))));
        NamedFile rsa =
                file("client_key", AUTHORITY.builder("you").rsa2048().build().privateKeyPkcs8Pem());
        assertTrue(told(http(Trust.PLATFORM, new Identity(certificate, rsa))).contains("is not the key of"));
        assertTrue(told(http(Trust.PLATFORM, new Identity(certificate, certificate)))
                .contains("holds no private key"));
        NamedFile garbled = file("client_key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        assertTrue(
                told(http(Trust.PLATFORM, new Identity(certificate, garbled))).contains("cannot be read"));
    }

    @Test
    void keysInOldFormsOrWithAPasswordAreRefusedWithTheCommandThatHelps() throws Exception {
        NamedFile certificate = file("client_cert", AUTHORITY.certificate("me").certificatePem());
        for (String label : List.of("RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY")) {
            NamedFile old = file("client_key", "-----BEGIN " + label + "-----\nAAAA\n-----END " + label + "-----");
            String told = told(http(Trust.PLATFORM, new Identity(certificate, old)));
            assertTrue(
                    told.endsWith("convert it: openssl pkcs8 -topk8 -nocrypt -in " + old.path() + " -out new.key"),
                    told);
        }
    }
}
