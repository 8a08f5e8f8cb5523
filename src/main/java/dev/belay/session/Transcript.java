package dev.belay.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Act;
import dev.belay.chat.Conversation;
import dev.belay.chat.Question;
import dev.belay.chat.Question.Kind;
import dev.belay.chat.Round;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session read back from its file. Damage costs the damaged lines and nothing else. */
public final class Transcript {

    /** The format's version that this program writes; a file with a higher one is only read. */
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conversation conversation = new Conversation();
    private final Map<Integer, List<KeptFile>> files = new HashMap<>();
    private final Ledger ledger = new Ledger();
    private int version = VERSION;
    private int lastTurn;
    private int damagedLines;
    private String created = "";
    private String title = "";
    private String model = "";
    private String system = "";
    private String baseUrl = "";
    private String dialect = "";

    // The turn being read.
    private int openTurn;
    private Question question = Question.of("");
    private final StringBuilder answer = new StringBuilder();

    private Transcript() {}

    /**
     * Reads a session's file.
     *
     * @param pulse called again and again meanwhile; what it throws ends the reading
     */
    static Transcript read(Path file, Runnable pulse) throws IOException {
        Transcript transcript = new Transcript();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                pulse.run();
                transcript.line(line);
            }
        }
        transcript.close(Round.End.INTERRUPTED);
        return transcript;
    }

    private void line(String line) {
        if (line.isBlank()) {
            return;
        }
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                record(node);
            } else {
                damagedLines++;
            }
        } catch (JsonProcessingException torn) {
            damagedLines++;
        }
    }

    private void record(JsonNode node) {
        switch (node.path("type").asText()) {
            case "session" -> {
                version = Math.max(version, node.path("v").asInt());
                created = node.path("created").asText();
                baseUrl = node.path("base_url").asText();
                dialect = node.path("dialect").asText();
                model = node.path("model").asText(model);
            }
            case "set" -> {
                model = node.path("model").asText(model);
                system = node.path("system").asText(system);
                baseUrl = node.path("base_url").asText(baseUrl);
                dialect = node.path("dialect").asText(dialect);
            }
            case "title" -> title = node.path("text").asText();
            case "user" -> open(node);
            case "delta" -> {
                if (node.path("turn").asInt() == openTurn) {
                    answer.append(node.path("text").asText());
                }
            }
            case "end" -> {
                model = node.path("model").asText(model);
                if (node.path("turn").asInt() == openTurn) {
                    ledger.ended(openTurn, node);
                    close(end(node.path("outcome").asText()));
                }
            }
            case "undo" -> {
                close(Round.End.INTERRUPTED);
                conversation.undo(node.path("turn").asInt());
            }
            default -> {
                // A later version's record: kept in the file, no concern of ours.
            }
        }
    }

    private void open(JsonNode node) {
        close(Round.End.INTERRUPTED);
        openTurn = node.path("turn").asInt();
        lastTurn = Math.max(lastTurn, openTurn);
        question = question(node);
        files.put(openTurn, KeptFile.of(node));
        ledger.asked(openTurn, node);
    }

    private static Question question(JsonNode node) {
        int prefills = node.path("prefills").asInt();
        int continues = node.path("continues").asInt();
        Kind kind = prefills > 0 ? Kind.PREFILL : continues > 0 ? Kind.CONTINUE : Kind.NEW;
        int retries = node.path("retries").asInt();
        return new Question(node.path("text").asText(), kind, Math.max(prefills, continues), retries, List.of());
    }

    private void close(Round.End end) {
        if (openTurn > 0) {
            conversation.add(new Act(openTurn, question, answer.toString(), end));
        }
        openTurn = 0;
        answer.setLength(0);
    }

    private static Round.End end(String outcome) {
        return switch (outcome) {
            case "complete" -> Round.End.COMPLETE;
            case "failed" -> Round.End.FAILED;
            default -> Round.End.INTERRUPTED;
        };
    }

    public Conversation conversation() {
        return conversation;
    }

    /** What went along with the messages, by turn; the contents are not read. */
    Map<Integer, List<KeptFile>> files() {
        return files;
    }

    /** What is known of the turns beside what was said. */
    Ledger ledger() {
        return ledger;
    }

    /** When the session was begun, as its file says; may be empty. */
    String created() {
        return created;
    }

    /** As the person gave it; may be empty. */
    String title() {
        return title;
    }

    /** The model last used, as {@code PROVIDER/MODEL} or as it was given; may be empty. */
    public String model() {
        return model;
    }

    /** The system prompt; may be empty. */
    public String system() {
        return system;
    }

    /** The base URL of the user's own server; may be empty. */
    String baseUrl() {
        return baseUrl;
    }

    /** The dialect asked for by option; may be empty. */
    String dialect() {
        return dialect;
    }

    int lastTurn() {
        return lastTurn;
    }

    /** Lines that could not be read. */
    public int damagedLines() {
        return damagedLines;
    }

    /** Written by a later version of the program: it may be read, not added to. */
    public boolean isNewer() {
        return version > VERSION;
    }
}
