package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Problem;
import dev.belay.chat.Problem.Kind;
import dev.belay.chat.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests through proxies, with and without a login, and what is said when they fail. */
@Timeout(60)
class ProxyTest {

    private static final Authority AUTHORITY = new Authority();

    /** {@code us er:p@ss}, percent-encoded and as HTTP carries it. */
    private static final String LOGIN = "us%20er:p%40ss";

    private static final String BASIC = "Basic dXMgZXI6cEBzcw==";

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private final List<String> debug = new ArrayList<>();
    private TestHttpProxy proxy;
    private TestSocks socks;

    @BeforeEach
    void start() throws IOException {
        proxy = new TestHttpProxy();
        socks = new TestSocks();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        socks.close();
        server.close();
    }

    private Http through(String address) throws IOException {
        Optional<ProxySetting> setting = Optional.of(new ProxySetting("HTTPS_PROXY", address));
        return Http.over(
                AUTHORITY.network(new Proxies(setting, setting, "direct.test"), folder), Timeouts.DEFAULT, debug::add);
    }

    private String httpProxy(String login) {
        return "http://" + login + "127.0.0.1:" + proxy.port();
    }

    private String socksProxy(String scheme, String login) {
        return scheme + "://" + login + "127.0.0.1:" + socks.port();
    }

    private String plainServer(int answers) throws IOException {
        return serve("http", answers);
    }

    private String secureServer(int answers) throws IOException {
        server.useHttps(AUTHORITY.server(AUTHORITY.certificate("model.test")).sslSocketFactory());
        return serve("https", answers);
    }

    private String serve(String scheme, int answers) throws IOException {
        for (int i = 0; i < answers; i++) {
            server.enqueue(
                    new MockResponse.Builder().body(Words.HELLO + Words.DONE).build());
        }
        server.start();
        return scheme + "://model.test:" + server.getPort() + "/v1";
    }

    private Problem refusedBy(String proxyAddress, String url) throws Exception {
        return Asked.begin(through(proxyAddress), url).problem();
    }

    @Test
    void aSecureServerIsReachedThroughATunnelThatCarriesSeveralTurns() throws Exception {
        String url = secureServer(2);
        Http http = through(httpProxy(""));
        Asked.begin(http, url).expectHello();
        Asked.begin(http, url).expectHello();
        assertEquals(1, proxy.heads().size());
        assertTrue(
                proxy.heads().get(0).startsWith("CONNECT model.test:" + server.getPort() + " "),
                proxy.heads().toString());
        assertEquals(0, server.takeRequest().getConnectionIndex());
        assertEquals(1, server.takeRequest().getExchangeIndex());
    }

    @Test
    void aLoginGoesWithTheFirstRequestForATunnelAndNoFurther() throws Exception {
        proxy.wanting(BASIC);
        Asked.begin(through(httpProxy(LOGIN + "@")), secureServer(1)).expectHello();
        assertEquals(1, proxy.heads().size());
        assertEquals(null, server.takeRequest().getHeaders().get("Proxy-Authorization"));
        assertFalse(proxy.heads().get(0).contains("sk-secret"));
    }

    @Test
    void aPlainServerIsAskedThroughTheProxyInFull() throws Exception {
        proxy.wanting(BASIC);
        String url = plainServer(2);
        Http http = through(httpProxy(LOGIN + "@"));
        Asked.begin(http, url).expectHello();
        Asked.begin(http, url).expectHello();
        assertTrue(
                proxy.heads().get(0).startsWith("POST " + url + " HTTP/1.1"),
                proxy.heads().toString());
        assertEquals(2, server.getRequestCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aProxyThatWantsALoginIsSaidToAndNotAskedAgain(String scheme) throws Exception {
        proxy.wanting(BASIC);
        String url = scheme.equals("http") ? plainServer(1) : secureServer(1);
        Failed failed = Asked.begin(through(httpProxy("")), url).failure();
        assertEquals(Kind.CONFIGURATION, failed.problem().kind());
        assertEquals(
                "the proxy 127.0.0.1:" + proxy.port() + " (from HTTPS_PROXY) wants a login;"
                        + " write it into HTTPS_PROXY, before the host: USER:PASSWORD@",
                failed.problem().sentence());
        assertFalse(failed.retry().allowed());
        assertEquals(1, proxy.heads().size());
        assertEquals(0, server.getRequestCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aLoginThatIsRefusedIsNotShown(String scheme) throws Exception {
        proxy.wanting("Basic other");
        String url = scheme.equals("http") ? plainServer(1) : secureServer(1);
        Problem problem = refusedBy(httpProxy("me:p4ssw0rd@"), url);
        assertEquals(Kind.AUTH, problem.kind());
        assertTrue(problem.sentence().contains("refused the login"), problem.sentence());
        assertHidden("p4ssw0rd", problem);
        assertHidden("bWU6cDRzc3cwcmQ=", problem);
    }

    private void assertHidden(String secret, Problem problem) {
        assertFalse(problem.sentence().contains(secret), problem.sentence());
        assertFalse(debug.toString().contains(secret), debug.toString());
    }

    @Test
    void aLoginOfAKindThatIsNotSpokenIsNamed() throws Exception {
        proxy.wanting("never").challenging("Negotiate");
        Problem problem = refusedBy(httpProxy("me:pw@"), secureServer(1));
        assertTrue(problem.message().contains("of the kind negotiate"), problem.message());
    }

    @ParameterizedTest
    @CsvSource({"403 No, false", "502 Bad Gateway, true"})
    void aTunnelThatIsRefusedIsTheProxysWord(String status, boolean again) throws Exception {
        proxy.answering(status);
        Failed failed = Asked.begin(through(httpProxy("")), secureServer(1)).failure();
        assertTrue(
                failed.problem().message().endsWith("would not connect to the server: HTTP " + status.substring(0, 3)));
        assertEquals(again, failed.retry().allowed());
    }

    @Test
    void aProxyThatIsNotThereIsNamedAndNotTheServer() throws Exception {
        proxy.close();
        Problem problem = refusedBy(httpProxy("me:p4ssw0rd@"), "https://model.test/v1");
        assertTrue(problem.message().startsWith("nothing answers at the proxy 127.0.0.1:"), problem.message());
        assertEquals("check HTTPS_PROXY", problem.hint());
        assertHidden("p4ssw0rd", problem);
    }

    @Test
    void aProxyWithoutAnAddressIsNamed() throws Exception {
        Problem problem = refusedBy("http://no-such-proxy.invalid:1", "https://model.test/v1");
        assertTrue(problem.message().startsWith("the name of the proxy no-such-proxy.invalid:1"), problem.message());
    }

    @Test
    void theCertificateBehindATunnelIsTheServersAffair() throws Exception {
        server.useHttps(new Authority()
                .server(new Authority().certificate("model.test"))
                .sslSocketFactory());
        Problem problem = refusedBy(httpProxy(""), serve("https", 1));
        assertTrue(problem.message().contains("certificate of model.test"), problem.message());
    }

    @Test
    void aStopWhileTheProxyConnectsLeavesIt() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Asked asked = Asked.begin(through("http://127.0.0.1:" + silent.getLocalPort()), "https://model.test/v1");
            try (RawConnection connection = RawConnection.accept(silent)) {
                assertTrue(connection.request().startsWith("CONNECT "));
                asked.cancel();
                connection.awaitEnd();
                asked.failure();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"socks5h, false", "socks5h, true", "socks, false"})
    void socksLooksTheNameUpAtTheProxy(String scheme, boolean secure) throws Exception {
        String url = secure ? secureServer(2) : plainServer(2);
        Http http = through(socksProxy(scheme, ""));
        Asked.begin(http, url).expectHello();
        Asked.begin(http, url).expectHello();
        assertEquals(List.of("model.test:" + server.getPort()), socks.asked(), "one connection for both");
    }

    @Test
    void socksWithoutHLooksTheNameUpHere() throws Exception {
        Problem problem = refusedBy(socksProxy("socks5", ""), "http://no-such-server.invalid/v1");
        assertTrue(problem.message().startsWith("the name of no-such-server.invalid"), problem.message());
        assertEquals(List.of(), socks.asked());
    }

    @Test
    void socksTakesAddressesInNumbers() throws Exception {
        plainServer(1);
        Asked.begin(through(socksProxy("socks5h", "")), "http://192.0.2.7:" + server.getPort() + "/v1")
                .expectHello();
        assertEquals(List.of("192.0.2.7:" + server.getPort()), socks.asked());
    }

    @Test
    void socksTakesALogin() throws Exception {
        socks.wanting("us er:p@ss");
        Asked.begin(through(socksProxy("socks5h", LOGIN + "@")), secureServer(1))
                .expectHello();
    }

    @Test
    void socksSaysWhyItWillNot() throws Exception {
        socks.wanting("us er:p@ss");
        assertTrue(refusedBy(socksProxy("socks5h", ""), "http://model.test/v1")
                .message()
                .endsWith("wants a login"));
        Problem problem = refusedBy(socksProxy("socks5h", "me:p4ssw0rd@"), "http://model.test/v1");
        assertTrue(problem.message().endsWith("refused the login"), problem.message());
        assertHidden("p4ssw0rd", problem);
        socks.wanting(null).refusing(2);
        assertTrue(refusedBy(socksProxy("socks5h", ""), "http://model.test/v1")
                .message()
                .endsWith("does not allow it"));
        socks.refusing(5);
        Failed failed = Asked.begin(through(socksProxy("socks5h", "")), "http://model.test/v1")
                .failure();
        assertTrue(failed.problem().message().endsWith("was refused by the server"), failed.toString());
        assertTrue(failed.retry().allowed());
    }

    @Test
    void anHttpProxyInPlaceOfASocksOneIsFoundOut() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Asked asked = Asked.begin(through("socks5h://127.0.0.1:" + web.getLocalPort()), "http://model.test/v1");
            try (RawConnection connection = RawConnection.accept(web)) {
                connection.write("HTTP/1.1 400 Bad Request\r\n\r\n");
                assertTrue(asked.problem().message().endsWith("does not speak SOCKS 5"));
            }
        }
    }

    /** A dead network is noticed by the system's own probes, which have to be asked for. */
    @Test
    void socketsThroughSocksNoticeADeadNetwork() throws Exception {
        ProxyServer server = ProxyAddress.read(new ProxySetting("proxy", socksProxy("socks5", "")));
        assertTrue(LivelySockets.through(server).createSocket().getKeepAlive());
    }

    @Test
    void thisMachineAndExceptionsAreReachedStraight() throws Exception {
        server.enqueue(new MockResponse.Builder().body(Words.HELLO + Words.DONE).build());
        server.start();
        Asked.begin(through(httpProxy("")), "http://127.0.0.1:" + server.getPort() + "/v1")
                .expectHello();
        Proxies proxies =
                new Proxies(Optional.of(new ProxySetting("x", httpProxy(""))), Optional.empty(), "direct.test");
        for (String url : List.of(
                "http://localhost/",
                "http://[::1]/",
                "http://127.9.9.9:1/",
                "http://a.localhost/",
                "http://direct.test/")) {
            assertTrue(proxies.of(url).isEmpty(), url);
        }
        assertTrue(proxies.of("http://model.test/").isPresent());
        assertTrue(proxies.of("https://model.test/").isEmpty(), "no proxy is set for these");
        assertEquals(List.of(), proxy.heads());
    }

    @Test
    void debuggingTellsTheProxyAndNotItsLogin() throws Exception {
        proxy.wanting(BASIC);
        Asked.begin(through(httpProxy(LOGIN + "@")), secureServer(1)).expectHello();
        assertTrue(
                debug.contains("through the proxy 127.0.0.1:" + proxy.port() + " (from HTTPS_PROXY)"),
                debug.toString());
        assertFalse(debug.toString().contains("p%40ss") || debug.toString().contains("p@ss"), debug.toString());
    }

    @Test
    void aBadProxyIsToldBeforeAnythingIsSent() throws Exception {
        Http http = through("http://me:p4ss/w0rd@proxy:80");
        ProblemException told = assertThrows(ProblemException.class, () -> http.check("https://model.test/v1"));
        assertEquals(Kind.CONFIGURATION, told.problem().kind());
        assertTrue(told.getMessage().startsWith("HTTPS_PROXY holds no address of a proxy"), told.getMessage());
        assertFalse(told.getMessage().contains("p4ss"), told.getMessage());
        http.check("http://127.0.0.1/v1");
    }
}
