package dev.belay.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The same question over https, against itself over http: what a secure connection costs at the start. */
final class SecureOneShot implements Benchmark {

    private static final int WARM_UPS = 8;
    private static final int PAIRS = 31;
    private static final int TOKENS = 20;
    private static final double GOAL = 2.2;

    @Override
    public String name() {
        return "https";
    }

    /** A key on a curve, as most services have it, and one of RSA, as many companies do. */
    @Override
    public Findings measure(Stage stage) throws Exception {
        HeldCertificate root =
                new HeldCertificate.Builder().rsa2048().certificateAuthority(0).build();
        Path rootFile = Files.writeString(stage.home().file("root.pem"), root.certificatePem());
        HeldCertificate.Builder leaf =
                new HeldCertificate.Builder().signedBy(root).addSubjectAlternativeName("127.0.0.1");
        try (MockWebServer plain = new MockWebServer();
                MockWebServer http2 = secure(leaf.ecdsa256().build(), root);
                MockWebServer http1 = secure(leaf.rsa2048().build(), root)) {
            http1.setProtocols(List.of(Protocol.HTTP_1_1));
            Program reference = asking(stage.home(), plain);
            Home trusting = stage.home().with("SSL_CERT_FILE", rootFile.toString());
            Findings findings = new Findings();
            report("one-shot, https, HTTP/2, EC key", asking(trusting, http2), reference, findings);
            report("one-shot, https, HTTP/1.1, RSA key", asking(trusting, http1), reference, findings);
            return findings;
        }
    }

    private static void report(String what, Program ours, Program reference, Findings findings) throws Exception {
        Pairs pairs = Pairs.taken(WARM_UPS, PAIRS, ours::run, "over http", reference::run);
        findings.add(Row.compared(what, pairs, GOAL)).note(pairs.least(what));
    }

    private static MockWebServer secure(HeldCertificate certificate, HeldCertificate root) {
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate, root.certificate())
                .build()
                .sslSocketFactory());
        return server;
    }

    /** Starts the server, and makes the program that asks it. */
    private static Program asking(Home home, MockWebServer server) throws IOException {
        server.setServerSocketFactory(new AtOnce());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "text/event-stream")
                        .body(Answer.events(TOKENS))
                        .build();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
        String url = server.url("/v1").newBuilder().host("127.0.0.1").build().toString();
        return Program.silent(home, List.of(home.launcher(), "--base-url", url, "-m", "test-model", "one", "question"));
    }
}
