package dev.belay.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.chat.Act;
import dev.belay.chat.Conversation;
import dev.belay.chat.Partial;
import dev.belay.chat.Question;
import dev.belay.chat.Question.Kind;
import dev.belay.chat.Round;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session read back from its file. Damage costs the damaged lines and nothing else. */
public final class Transcript {

    /** The format's version that this program writes; a file with a higher one is only read. */
    public static final int VERSION = 1;

    /** The field of a message whose answer counts only when it is complete, so that not even a {@code kill -9} sends it back. */
    public static final String ON_INTERRUPT = "on_interrupt";

    /** What that field says then. */
    public static final String DISCARD = "discard";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Conversation conversation = new Conversation();
    private final Map<Integer, List<KeptFile>> files = new HashMap<>();
    private final Ledger ledger = new Ledger();
    private final Settings settings = new Settings();
    private int lastTurn;
    private int damagedLines;

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
            case "session" -> settings.begin(node);
            case "set" -> settings.set(node);
            case "title" -> settings.title(node);
            case "user" -> open(node);
            case "delta" -> piece(Numbers.turn(node, "turn"), node.path("text").asText());
            case "end" -> {
                settings.model(node);
                if (openTurn > 0 && Numbers.turn(node, "turn") == openTurn) {
                    ledger.ended(openTurn, node);
                    close(end(node.path("outcome").asText()));
                }
            }
            case "undo" -> {
                close(Round.End.INTERRUPTED);
                conversation.undo(Numbers.turn(node, "turn"));
            }
            default -> {
                // A later version's record: kept in the file, no concern of ours.
            }
        }
    }

    private void open(JsonNode node) {
        close(Round.End.INTERRUPTED);
        openTurn = Numbers.turn(node, "turn");
        if (openTurn == 0) {
            damagedLines++;
            return;
        }
        lastTurn = Math.max(lastTurn, openTurn);
        question = question(node);
        files.put(openTurn, KeptFile.of(node));
        ledger.asked(openTurn, node);
    }

    private static Question question(JsonNode node) {
        int prefills = Numbers.turn(node, "prefills");
        int continues = Numbers.turn(node, "continues");
        Kind kind = prefills > 0 ? Kind.PREFILL : continues > 0 ? Kind.CONTINUE : Kind.NEW;
        int retries = Numbers.turn(node, "retries");
        Partial partial = node.path(ON_INTERRUPT).asText().equals(DISCARD) ? Partial.DISCARDED : Partial.KEPT;
        String correction = node.path("correction").asText();
        return new Question(
                node.path("text").asText(),
                kind,
                Math.max(prefills, continues),
                retries,
                List.of(),
                partial,
                correction);
    }

    private void close(Round.End end) {
        if (openTurn > 0) {
            conversation.add(Act.of(openTurn, question, answer.toString(), end));
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

    Conversation conversation() {
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

    /** What holds for all of it. */
    Settings settings() {
        return settings;
    }

    int lastTurn() {
        return lastTurn;
    }

    /** Lines that could not be read. */
    int damagedLines() {
        return damagedLines;
    }

    /** Written by a later version of the program: it may be read, not added to. */
    boolean isNewer() {
        return settings.version() > VERSION;
    }
}
