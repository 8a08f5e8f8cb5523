package dev.belay.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One HTTP request as it came over the wire: names of headers in small letters. */
record Request(String method, String path, Map<String, String> headers, String body) {
    /** The next request, or nothing when the client has closed the connection between two. */
    static Optional<Request> read(InputStream in) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String[] lines = head.split("\r\n");
        String[] first = lines[0].split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return Optional.of(
                new Request(first[0], first[1], headers, new String(body(in, headers), StandardCharsets.UTF_8)));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.append((char) b);
        }
        return head.toString();
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            all.write(exactly(in, size));
            exactly(in, 2);
        }
        exactly(in, 2);
        return all.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    private static byte[] exactly(InputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the client left inside its request");
        }
        return bytes;
    }

    JsonNode json() {
        return Json.parse(body);
    }

    JsonNode messages() {
        return json().path("messages");
    }

    /** What the user says last; a request must end so. */
    String lastUserText() {
        JsonNode last = messages().path(messages().size() - 1);
        if (!last.path("role").asText().equals("user")) {
            throw new AssertionError("the request does not end with a user message: " + messages());
        }
        return last.path("content").asText();
    }

    /** What the model is told to have said last. */
    String lastAssistantText() {
        String text = "";
        for (JsonNode message : messages()) {
            text = message.path("role").asText().equals("assistant")
                    ? message.path("content").asText()
                    : text;
        }
        return text;
    }
}
