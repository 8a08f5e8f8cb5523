package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StreamServerTest {
    private static final String BODY = "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    @AutoClose
    private final StreamServer server = StreamServer.start();

    private Socket ask() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port());
        String request = "POST /v1/chat/completions HTTP/1.1\r\nX-Name: value\r\nContent-Length: " + BODY.length()
                + "\r\n\r\n" + BODY;
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void a_request_is_recorded_and_answered_piece_by_piece() throws IOException {
        try (Socket client = ask()) {
            Exchange exchange = server.awaitRequest();
            assertEquals("value", exchange.request().headers().get("x-name"));
            assertEquals("hi", exchange.request().lastUserText());
            exchange.begin().token("eins").done();
            BufferedReader in = reader(client);
            String line = in.readLine();
            assertEquals("HTTP/1.1 200 OK", line);
            StringBuilder all = new StringBuilder();
            while (!line.equals("data: [DONE]")) {
                line = in.readLine();
                all.append(line);
            }
            assertTrue(all.toString().contains("\"eins\""), all.toString());
            assertEquals(1, exchange.tokens());
        }
    }

    @Test
    void a_client_that_leaves_is_noticed_even_while_nothing_is_written() throws IOException {
        Socket client = ask();
        Exchange exchange = server.awaitRequest();
        long before = System.nanoTime();
        client.close();
        assertTrue(exchange.awaitGone() >= before);
    }

    @Test
    void a_flood_ends_when_the_client_leaves() throws IOException {
        Socket client = ask();
        Exchange exchange = server.awaitRequest();
        var flood = exchange.begin().flooding();
        assertTrue(reader(client).lines().anyMatch(line -> line.contains("\"7 \"")));
        client.close();
        assertTrue(flood.join() > 7);
    }

    @Test
    void a_reset_reaches_the_client() throws IOException {
        try (Socket client = ask()) {
            server.awaitRequest().reset();
            assertThrows(IOException.class, () -> client.getInputStream().read());
        }
    }

    @Test
    void a_script_answers_without_the_test() throws IOException {
        server.answerAll(exchange -> exchange.respond("503 Busy", "text/plain", "later", "Retry-After: 30"));
        try (Socket client = ask()) {
            assertEquals("HTTP/1.1 503 Busy", reader(client).readLine());
        }
    }
}
