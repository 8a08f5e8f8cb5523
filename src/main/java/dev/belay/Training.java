package dev.belay;

import com.sun.net.httpserver.HttpServer;
import dev.belay.cli.Exit;
import dev.belay.wire.Http;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Uses the program as a person would, so that the JVM can record what its start needs. Only the build runs it. */
public final class Training {

    private static final String CHUNK = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
            + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},\"finish_reason\":null}]}\n\n";
    private static final String END = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":100}}\n\ndata: [DONE]\n\n";

    private Training() {}

    /** @param args {@code ask} or {@code chat}: the use to train for */
    public static void main(String[] args) throws IOException {
        System.setProperty("belay.input", "");
        if (args[0].equals("ask")) {
            ask();
        } else {
            ask();
            System.setProperty("belay.terminals", "012");
            expectComplete(Main.run());
        }
        System.exit(0);
    }

    private static void ask() throws IOException {
        Http.warmUp();
        HttpServer server = server();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        expectComplete(Main.run("--base-url", url, "-m", "m", "one", "question"));
        server.stop(0);
    }

    private static void expectComplete(Exit exit) {
        if (!exit.equals(Exit.COMPLETE)) {
            throw new IllegalStateException("training ended with " + exit);
        }
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    body.write(CHUNK.getBytes(StandardCharsets.UTF_8));
                    body.flush();
                }
                body.write(END.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        return server;
    }
}
