package dev.belay.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.belay.chat.Act;
import dev.belay.chat.Answer;
import dev.belay.chat.Round;
import dev.belay.chat.Usage;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What is known of the turns beside what was said in them. Lives on the session's thread. */
final class Ledger {

    private static final Circumstances NOWHERE = Circumstances.at("");

    private final Map<Integer, Note> notes = new HashMap<>();

    /** A moment is an instant or the text of one: writing and reading such texts is heavy, and few ever ask. */
    private static final class Note {
        private Object asked = "";
        private OptionalLong maxTokens = OptionalLong.empty();
        private Circumstances elsewhere = NOWHERE;
        private Object ended = "";
        private String model = "";
        private String reason = "";
        private Usage usage = Usage.UNKNOWN;
    }

    private Note note(int turn) {
        Note note = notes.get(turn);
        if (note == null) {
            note = new Note();
            notes.put(turn, note);
        }
        return note;
    }

    /** @param maxTokens the longest answer, where that is limited */
    void asked(int turn, String model, OptionalLong maxTokens) {
        Note note = note(turn);
        note.asked = Instant.now();
        note.model = model;
        note.maxTokens = maxTokens;
    }

    void ended(int turn, Answer answer) {
        Note note = note(turn);
        note.ended = Instant.now();
        note.reason = answer.outcome().reason();
        note.usage = answer.usage();
    }

    /** The same from a journal's record. */
    void asked(int turn, JsonNode record) {
        Note note = note(turn);
        note.elsewhere = Circumstances.of(record);
        note.asked = note.elsewhere.when();
        note.maxTokens = note.elsewhere.maxTokens();
    }

    /** The same from a journal's record. */
    void ended(int turn, JsonNode record) {
        Note note = note(turn);
        note.ended = record.path("at").asText();
        note.model = record.path("model").asText();
        note.reason = record.path("reason").asText();
        note.usage = usage(record.path("usage"));
    }

    /** As it was in another session. */
    void copied(int turn, Told told, Circumstances there) {
        Note note = note(turn);
        note.elsewhere = there;
        note.asked = told.asked();
        note.ended = told.ended();
        note.model = told.model();
        note.reason = told.reason();
    }

    /** When, how and where it was asked. */
    Circumstances circumstances(int turn) {
        Note note = note(turn);
        return new Circumstances(
                note.asked.toString(), note.maxTokens, note.elsewhere.session(), note.elsewhere.turn());
    }

    /** What is known of one act. */
    Told of(int turn) {
        Note note = note(turn);
        return new Told(note.asked.toString(), note.ended.toString(), note.model, note.reason, note.usage);
    }

    /** What is known of a turn: an answer that was gone on with has been paid for more than once. */
    Told of(Round round) {
        Told ending = of(round.ending().turn());
        Usage usage = Usage.UNKNOWN;
        for (Act act : round.acts()) {
            usage = sum(usage, note(act.turn()).usage);
        }
        return new Told(of(round.turn()).asked(), ending.ended(), ending.model(), ending.reason(), usage);
    }

    private static Usage usage(JsonNode told) {
        JsonNode input = told.path("input_tokens");
        JsonNode output = told.path("output_tokens");
        JsonNode dollars = told.path("cost_usd");
        return new Usage(
                input.canConvertToLong() ? OptionalLong.of(input.asLong()) : OptionalLong.empty(),
                output.canConvertToLong() ? OptionalLong.of(output.asLong()) : OptionalLong.empty(),
                dollars.isNumber() && Double.isFinite(dollars.asDouble())
                        ? OptionalDouble.of(dollars.asDouble())
                        : OptionalDouble.empty());
    }

    private static Usage sum(Usage one, Usage two) {
        return new Usage(
                sum(one.inputTokens(), two.inputTokens()),
                sum(one.outputTokens(), two.outputTokens()),
                one.dollars().isPresent() && two.dollars().isPresent()
                        ? OptionalDouble.of(
                                one.dollars().getAsDouble() + two.dollars().getAsDouble())
                        : one.dollars().isPresent() ? one.dollars() : two.dollars());
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong two) {
        if (one.isPresent() && two.isPresent()) {
            return OptionalLong.of(one.getAsLong() + two.getAsLong());
        }
        return one.isPresent() ? one : two;
    }
}
