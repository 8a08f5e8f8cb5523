package dev.belay.session.count;

import dev.belay.chat.Question.Kind;
import dev.belay.chat.Usage;
import dev.belay.session.DeltaLine;
import dev.belay.session.JournalLines;
import dev.belay.session.Transcript;
import dev.belay.session.count.Asked.Ending;
import dev.belay.session.count.Asked.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The turns that one journal tells of, as they were asked. Lives on one thread, for one file. */
final class SessionTurns {

    private final String id;
    private final DeltaLine delta = new DeltaLine();
    private final JournalRecord record = new JournalRecord();
    private final List<Asked> turns = new ArrayList<>();
    private int version;
    private int records;
    private int damagedLines;
    private String model = "";
    private String baseUrl = "";

    // The turn being read.
    private int turn;
    private Optional<Instant> at = Optional.empty();
    private Kind kind = Kind.NEW;
    private int of;
    private OptionalLong maxTokens = OptionalLong.empty();
    private Optional<Place> copyOf = Optional.empty();
    private long shown;

    private SessionTurns(String id) {
        this.id = id;
    }

    static SessionTurns read(JournalLines lines, Path file, String id) throws IOException {
        SessionTurns session = new SessionTurns(id);
        lines.open(file);
        while (lines.next()) {
            session.line(lines);
        }
        if (session.turn > 0) {
            session.close(LockHolder.isAlive(file) ? Ending.RUNNING : Ending.INTERRUPTED, Usage.UNKNOWN, Usage.UNKNOWN);
        }
        return session;
    }

    private void line(JournalLines lines) {
        if (delta.measures(lines)) {
            said(delta.turn(), delta.length());
        } else if (record.isIn(lines.bytes(), lines.begin(), lines.end())) {
            take();
        } else if (!lines.isBlank()) {
            damagedLines++;
        }
    }

    private void said(int number, long length) {
        records++;
        shown += number == turn ? length : 0;
    }

    private void take() {
        records++;
        switch (record.text("type")) {
            case "session" -> {
                version = Math.max(version, record.count("v"));
                settings();
            }
            case "set" -> settings();
            case "user" -> open();
            case "delta" -> shown += record.count("turn") == turn ? record.length() : 0;
            case "end" -> end();
            default -> {
                // What became of a turn later does not matter here: it was asked, and has to be paid for.
            }
        }
    }

    private void settings() {
        model = record.has("model") ? record.text("model") : model;
        baseUrl = record.has("base_url") ? record.text("base_url") : baseUrl;
    }

    private void open() {
        close(Ending.INTERRUPTED, Usage.UNKNOWN, Usage.UNKNOWN);
        turn = record.count("turn");
        at = Moment.of(record.text("at"));
        kind = record.has("prefills") ? Kind.PREFILL : record.has("continues") ? Kind.CONTINUE : Kind.NEW;
        of = kind == Kind.NEW ? 0 : record.count(kind == Kind.PREFILL ? "prefills" : "continues");
        maxTokens = record.amount("max_tokens");
        copyOf = record.has("copied.turn")
                ? Optional.of(new Place(record.text("copied.session"), record.count("copied.turn")))
                : Optional.empty();
    }

    private void end() {
        model = record.has("model") ? record.text("model") : model;
        if (record.count("turn") == turn) {
            close(ending(record.text("outcome")), record.usage("usage"), record.usage("estimate"));
        }
    }

    private static Ending ending(String outcome) {
        return switch (outcome) {
            case "complete" -> Ending.COMPLETE;
            case "failed" -> Ending.FAILED;
            default -> Ending.INTERRUPTED;
        };
    }

    private void close(Ending ending, Usage told, Usage estimated) {
        if (turn > 0) {
            turns.add(new Asked(
                    new Place(id, turn),
                    at,
                    model,
                    baseUrl,
                    ending,
                    shown,
                    told,
                    estimated,
                    kind,
                    of,
                    maxTokens,
                    copyOf));
        }
        turn = 0;
        shown = 0;
    }

    List<Asked> turns() {
        return turns;
    }

    /** Lines that could not be read. */
    int damagedLines() {
        return damagedLines;
    }

    /** Whether it is a session's file that this version understands; an empty one tells nothing wrong. */
    boolean isReadable() {
        return version <= Transcript.VERSION && (records > 0 || damagedLines == 0);
    }
}
