package dev.belay.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A session's file as it lies on the disk; torn lines are left out. */
record Journal(Path file, List<JsonNode> records) {
    static Journal read(Path file) {
        try {
            String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n");
            return new Journal(
                    file,
                    Arrays.stream(lines)
                            .map(Json::parseIfWhole)
                            .flatMap(Optional::stream)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> ofType(String type) {
        return records.stream()
                .filter(r -> r.path("type").asText().equals(type))
                .toList();
    }

    /** How the turns ended, in order. */
    List<String> outcomes() {
        return ofType("end").stream().map(r -> r.path("outcome").asText()).toList();
    }

    List<String> userTexts() {
        return ofType("user").stream().map(r -> r.path("text").asText()).toList();
    }

    /** The answer's text of one turn, in the order of its pieces. */
    String text(JsonNode turn) {
        return ofType("delta").stream()
                .filter(r -> r.path("turn").equals(turn))
                .map(r -> r.path("text").asText(""))
                .collect(Collectors.joining());
    }

    /** The text of all answers. */
    String answers() {
        return ofType("delta").stream().map(r -> r.path("text").asText("")).collect(Collectors.joining());
    }

    /** The answer's text of the turn that began last. */
    String lastText() {
        List<JsonNode> users = ofType("user");
        return text(users.get(users.size() - 1).path("turn"));
    }
}
