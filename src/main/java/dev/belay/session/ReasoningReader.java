package dev.belay.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads what the model thought, which a conversation that goes on has no use for. Lives on one thread. */
final class ReasoningReader {

    private final Map<Integer, StringBuilder> thoughts = new HashMap<>();

    private ReasoningReader() {}

    /** By the act that it belongs to; damaged lines are passed over, and without a file there is nothing. */
    static Map<Integer, String> read(Path file, Runnable pulse) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        ReasoningReader reader = new ReasoningReader();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                pulse.run();
                if (line.contains("\"reasoning\"")) {
                    reader.take(Glance.record(line));
                }
            }
        }
        Map<Integer, String> read = new HashMap<>();
        reader.thoughts.forEach((turn, text) -> read.put(turn, text.toString()));
        return read;
    }

    private void take(JsonNode record) {
        if (record.path("type").asText().equals("delta") && record.has("reasoning")) {
            thoughts.computeIfAbsent(record.path("turn").asInt(), turn -> new StringBuilder())
                    .append(record.path("reasoning").asText());
        }
    }
}
