package dev.belay.image;

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

/** Models that training runs ask, outside of the JVM that learns: what servers need must not be in its archive. */
final class ModelServers implements AutoCloseable {
    private static final String CHUNK =
            "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                    + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}\n\n";

    /** Something of everything that answers are made of. */
    private static final String ANSWER = "# A title\\n\\nSome **strong**, *stressed* and ~~struck~~ words, `code`, a "
            + "[link](https://example.com) and https://example.com, &amp; \\\\*.\\n\\n> quoted\\n\\n- one\\n  - [ ] task\\n1. two\\n\\n"
            + "| a | b |\\n|---|:-:|\\n| 1 | **2** |\\n\\n---\\n\\n```java\\n// comment\\npublic int x = \\\"s\\\".length() + 1;\\n```\\n\\n"
            + "```python\\ndef f(x):\\n    return 'x'\\n```\\n";

    private static final String END = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":100}}\n\ndata: [DONE]\n\n";

    private final MockWebServer plain = new MockWebServer();
    private final MockWebServer http2 = new MockWebServer();
    private final MockWebServer http1 = new MockWebServer();

    /** The encrypted ones have the two kinds of keys that servers have, signed by a root of their own. */
    ModelServers(Path rootFile) throws IOException {
        HeldCertificate root =
                new HeldCertificate.Builder().rsa2048().certificateAuthority(0).build();
        Files.writeString(rootFile, root.certificatePem());
        HeldCertificate.Builder leaf =
                new HeldCertificate.Builder().signedBy(root).addSubjectAlternativeName("127.0.0.1");
        secure(http2, leaf.ecdsa256().build());
        secure(http1, leaf.rsa2048().build());
        http1.setProtocols(List.of(Protocol.HTTP_1_1));
        for (MockWebServer server : List.of(plain, http2, http1)) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    MockResponse.Builder response =
                            new MockResponse.Builder().addHeader("Content-Type", "text/event-stream");
                    String body = answer() + END;
                    // HTTP/2 has frames, and no chunks within them.
                    return (server == http2 ? response.body(body) : response.chunkedBody(body, CHUNK.length())).build();
                }
            });
            server.start(InetAddress.getLoopbackAddress(), 0);
        }
    }

    private static String answer() {
        StringBuilder chunks = new StringBuilder();
        for (String word : ANSWER.split("(?<= )|(?<=\\\\n)")) {
            chunks.append(CHUNK.replace("%s", word));
        }
        return chunks.toString();
    }

    private static void secure(MockWebServer server, HeldCertificate certificate) {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
    }

    String plain() {
        return url(plain);
    }

    String http2() {
        return url(http2);
    }

    String http1() {
        return url(http1);
    }

    private static String url(MockWebServer server) {
        return server.url("/v1").newBuilder().host("127.0.0.1").build().toString();
    }

    @Override
    public void close() {
        plain.close();
        http2.close();
        http1.close();
    }
}
