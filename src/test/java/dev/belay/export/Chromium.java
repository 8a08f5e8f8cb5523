package dev.belay.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser without a window, asked by its own protocol. The test's thread asks; a thread of the socket's brings what is said. */
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int SECONDS = 30;

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private String session = "";
    private int asked;

    private Chromium(Process process, URI address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Ear())
                .join();
    }

    /** Where one is installed. */
    static Optional<Path> installed() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            for (String name : NAMES) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    static Chromium start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String begin = "DevTools listening on ";
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(begin)) {
                Thread drain = new Thread(() -> errors.lines().forEach(rest -> {}), "chromium-errors");
                drain.setDaemon(true);
                drain.start();
                return new Chromium(
                        process, URI.create(line.substring(begin.length()).strip()));
            }
        }
        throw new IOException("the browser ended before it listened");
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            message.append(piece);
            if (last) {
                try {
                    said.add(JSON.readTree(message.toString()));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /** Opens a page and waits until it is loaded; what happens from now on is remembered. */
    void open(Path page) {
        ObjectNode blank = JSON.createObjectNode().put("url", "about:blank");
        String target = ask("Target.createTarget", blank).path("targetId").asText();
        session = ask(
                        "Target.attachToTarget",
                        JSON.createObjectNode().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            ask(domain + ".enable", JSON.createObjectNode());
        }
        events.clear();
        ask("Page.navigate", JSON.createObjectNode().put("url", page.toUri().toString()));
        await("Page.loadEventFired");
    }

    /** As wide as this, in CSS pixels. */
    void width(int pixels) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", pixels)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", pixels < 500));
    }

    /** In this scheme of colours, and on the screen or in print. */
    void look(String scheme, String media) {
        ObjectNode wanted = JSON.createObjectNode().put("media", media);
        wanted.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        ask("Emulation.setEmulatedMedia", wanted);
    }

    /** The value of an expression of JavaScript, which the page itself may not run. */
    String value(String expression) {
        JsonNode result = ask(
                "Runtime.evaluate",
                JSON.createObjectNode().put("expression", expression).put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result);
        }
        return result.path("result").path("value").asText();
    }

    /** What happened of this kind since the page was opened. */
    List<JsonNode> events(String method) {
        value("1");
        return events.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .map(event -> event.path("params"))
                .toList();
    }

    private void await(String method) {
        while (events.stream().noneMatch(event -> event.path("method").asText().equals(method))) {
            events.add(next(method));
        }
    }

    private JsonNode ask(String method, ObjectNode parameters) {
        int id = ++asked;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty() && !method.startsWith("Target.")) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        for (JsonNode answer = next(method); ; answer = next(method)) {
            if (answer.path("id").asInt() != id) {
                events.add(answer);
            } else if (answer.has("error")) {
                throw new AssertionError(method + ": " + answer);
            } else {
                return answer.path("result");
            }
        }
    }

    private JsonNode next(String awaited) {
        try {
            JsonNode message = said.poll(SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the browser is silent; awaited: " + awaited);
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
