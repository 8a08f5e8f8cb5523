package dev.belay.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Act;
import dev.belay.chat.Answer;
import dev.belay.chat.Attachment;
import dev.belay.chat.Event;
import dev.belay.chat.Partial;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.chat.Sink;
import dev.belay.chat.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Writes what is said down in the session's file, one JSON object a line. Lives on the turn's thread. */
final class Journal implements Sink {

    private static final JsonFactory JSON = new JsonFactory();

    private final JournalFile file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private int turn;
    private String model = "";
    private String title = "";

    /** @param file takes the lines */
    Journal(JournalFile file) {
        this.file = file;
    }

    /** A part of a record that differs from kind to kind. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** @param created when; empty for now */
    void session(String id, String created, String modelName, String baseUrl, String dialect) {
        write("session", json -> {
            json.writeNumberField("v", Transcript.VERSION);
            json.writeStringField("id", id);
            json.writeStringField("created", created.isEmpty() ? Instant.now().toString() : created);
            json.writeStringField("model", modelName);
            if (!baseUrl.isEmpty()) {
                json.writeStringField("base_url", baseUrl);
            }
            if (!dialect.isEmpty()) {
                json.writeStringField("dialect", dialect);
            }
        });
    }

    /** The title is the file's already. */
    void titled(String text) {
        title = text;
    }

    /** The title from here on; empty for none. */
    void title(String text) {
        title = text;
        write("title", json -> {
            at(json, "");
            json.writeStringField("text", text);
        });
    }

    /** A setting that holds from here on. */
    void set(String name, String value) {
        write("set", json -> {
            at(json, "");
            json.writeStringField(name, value);
        });
    }

    /** The user's line, on disk before this returns: the request may leave only then. */
    void user(Question question, int number, String modelName, OptionalLong maxTokens) {
        file.awaitForced();
        model = modelName;
        asked(question, number, new Circumstances("", maxTokens, "", 0));
        file.force();
    }

    private void asked(Question question, int number, Circumstances circumstances) {
        turn = number;
        List<KeptFile> files = kept(question.attachments());
        write("user", json -> {
            json.writeNumberField("turn", turn);
            at(json, circumstances.when());
            json.writeStringField("text", question.text());
            KeptFile.write(json, files);
            number(json, "retries", question.replaced());
            number(json, question.kind() == Question.Kind.PREFILL ? "prefills" : "continues", question.of());
            if (!question.correction().isEmpty()) {
                json.writeStringField("correction", question.correction());
            }
            if (question.partial() == Partial.DISCARDED) {
                json.writeStringField(Transcript.ON_INTERRUPT, Transcript.DISCARD);
            }
            circumstances.write(json);
        });
    }

    private static void number(JsonGenerator json, String name, int turnMeant) throws IOException {
        if (turnMeant > 0) {
            json.writeNumberField(name, turnMeant);
        }
    }

    /** The contents go to disk before the record that tells of them. */
    private List<KeptFile> kept(List<Attachment> attachments) {
        if (attachments.isEmpty()) {
            return List.of();
        }
        try {
            return new Contents(file.path()).keep(attachments);
        } catch (IOException | UnsupportedOperationException e) {
            file.stop(e);
            return List.of();
        }
    }

    void undo(int number) {
        write("undo", json -> {
            json.writeNumberField("turn", number);
            at(json, "");
        });
        file.force();
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Text text) {
            delta("text", text.text());
        } else if (event instanceof Event.Reasoning reasoning) {
            delta("reasoning", reasoning.text());
        }
    }

    private void delta(String field, String piece) {
        write("delta", json -> {
            json.writeNumberField("turn", turn);
            json.writeStringField(field, piece);
        });
    }

    @Override
    public void end(Answer answer) {
        write("end", json -> {
            json.writeNumberField("turn", turn);
            at(json, "");
            json.writeStringField(
                    "outcome", Round.End.of(answer.outcome()).name().toLowerCase(Locale.ROOT));
            json.writeStringField("reason", answer.outcome().reason());
            UsageField.write(json, answer.usage());
            EstimateField.write(json, answer);
            json.writeStringField("model", model);
            titleAgain(json);
            if (!answer.receipt().isEmpty()) {
                json.writeStringField("generation", answer.receipt());
            }
        });
    }

    /**
     * Copied from another session; what it used was used there. It is on disk only when that is forced.
     *
     * @param there when and where it was asked
     */
    void copied(Act act, Told told, Circumstances there) {
        past(act, told, Usage.UNKNOWN, there);
    }

    /** An act of this session that the file has no more. */
    void again(Act act, Told told, Circumstances there) {
        past(act, told, told.usage(), there);
    }

    private void past(Act act, Told told, Usage usage, Circumstances there) {
        asked(act.question(), act.turn(), there);
        if (!act.answer().isEmpty()) {
            delta("text", act.answer());
        }
        write("end", json -> {
            json.writeNumberField("turn", turn);
            at(json, told.ended());
            json.writeStringField("outcome", act.end().name().toLowerCase(Locale.ROOT));
            if (!told.reason().isEmpty()) {
                json.writeStringField("reason", told.reason());
            }
            UsageField.write(json, usage);
            if (!told.model().isEmpty()) {
                json.writeStringField("model", told.model());
            }
            titleAgain(json);
        });
    }

    /** Each end repeats it, and that there is none: so a list of many sessions need not read the whole of each. */
    private void titleAgain(JsonGenerator json) throws IOException {
        json.writeStringField("title", title);
    }

    /** @param when it was; empty for now */
    private static void at(JsonGenerator json, String when) throws IOException {
        json.writeStringField("at", when.isEmpty() ? Instant.now().toString() : when);
    }

    private void write(String type, Fields fields) {
        try {
            line.reset();
            try (JsonGenerator json = JSON.createGenerator(line)) {
                json.writeStartObject();
                json.writeStringField("type", type);
                fields.write(json);
                json.writeEndObject();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        line.write('\n');
        file.append(line.toByteArray());
    }

    /**
     * Makes up for what could not be written, or was lost by somebody else's doing.
     *
     * @param conversation writes down all of it, as it is in memory
     */
    void mend(Runnable conversation) {
        file.mend(conversation);
    }

    /** Forces what was written to disk aside. */
    void forceAside() {
        file.forceAside();
    }

    /** Whether anything was to be written so far. */
    boolean hasWritten() {
        return file.hasWritten();
    }

    /** Whether something could not be written. */
    boolean isBroken() {
        return file.isBroken();
    }

    /** Takes all of it back, which nobody else has seen. */
    void delete() throws IOException {
        file.close();
        Files.deleteIfExists(file.path());
        new Contents(file.path()).delete();
    }

    void close() throws IOException {
        file.close();
    }
}
