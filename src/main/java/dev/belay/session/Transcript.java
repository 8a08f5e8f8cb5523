package dev.belay.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.chat.Conversation;
import dev.belay.chat.Round;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session read back from its file. Damage costs the damaged lines and nothing else. */
public final class Transcript {

    /** The format's version that this program writes; a file with a higher one is only read. */
    static final int VERSION = 1;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
    private int goesOnWith;
    private String user = "";
    private final StringBuilder answer = new StringBuilder();

    private Transcript() {}

    /**
     * Reads a session's file.
     *
     * @param pulse called again and again meanwhile; what it throws ends the reading
     */
    static Transcript read(Path file, Runnable pulse) throws IOException {
        Transcript transcript = new Transcript();
        DeltaLine delta = new DeltaLine();
        try (JournalLines lines = JournalLines.of(file)) {
            while (lines.next()) {
                pulse.run();
                if (delta.reads(lines)) {
                    transcript.piece(delta.turn(), delta.text());
                } else {
                    transcript.line(lines.text());
                }
            }
        }
        transcript.close(Round.End.INTERRUPTED);
        return transcript;
    }

    private void piece(int turn, String text) {
        if (turn == openTurn) {
            answer.append(text);
        }
    }

    private void line(String text) {
        String line = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (line.isBlank()) {
            return;
        }
        JsonNode node = JsonLine.read(line);
        if (node != null) {
            record(node);
        } else {
            damagedLines++;
        }
    }

    private void record(JsonNode node) {
        switch (node.path("type").asText()) {
            case "session" -> {
                version = Math.max(version, version(node.path("v")));
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
            case "delta" -> piece(Numbers.turn(node, "turn"), node.path("text").asText());
            case "end" -> {
                model = node.path("model").asText(model);
                if (openTurn > 0 && Numbers.turn(node, "turn") == openTurn) {
                    ledger.ended(goesOnWith > 0 ? goesOnWith : openTurn, node);
                    close(end(node.path("outcome").asText()));
                }
            }
            case "undo" -> {
                close(Round.End.INTERRUPTED);
                conversation.remove(Numbers.turn(node, "turn"));
            }
            default -> {
                // A later version's record: kept in the file, no concern of ours.
            }
        }
    }

    /** A number beyond all numbers is a later version, too. */
    private static int version(JsonNode number) {
        return number.isNumber() && !number.canConvertToInt() ? Integer.MAX_VALUE : number.asInt();
    }

    private void open(JsonNode node) {
        close(Round.End.INTERRUPTED);
        openTurn = Numbers.turn(node, "turn");
        if (openTurn == 0) {
            damagedLines++;
            return;
        }
        lastTurn = Math.max(lastTurn, openTurn);
        user = node.path("text").asText();
        goesOnWith = Numbers.turn(node, "prefills");
        files.put(openTurn, KeptFile.of(node));
        if (goesOnWith == 0) {
            ledger.asked(openTurn, node);
        }
        if (node.has("retries")) {
            conversation.remove(Numbers.turn(node, "retries"));
        }
    }

    private void close(Round.End end) {
        if (openTurn > 0 && goesOnWith > 0) {
            conversation.join(goesOnWith, answer.toString(), end);
        } else if (openTurn > 0) {
            conversation.add(new Round(openTurn, user, answer.toString(), end));
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
