package dev.belay.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.belay.chat.Answer;
import dev.belay.chat.Attachment;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Round;
import dev.belay.chat.Sink;
import dev.belay.chat.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes what is said down in the session's file, one JSON object a line. Lives on the turn's thread. */
final class Journal implements Sink {

    private static final JsonFactory JSON = new JsonFactory();

    private final JournalFile file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private int turn;
    private String model = "";

    /** @param file takes the lines */
    Journal(JournalFile file) {
        this.file = file;
    }

    /** A part of a record that differs from kind to kind. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    void session(String id, String modelName, String baseUrl, String dialect) {
        write("session", json -> {
            json.writeNumberField("v", Transcript.VERSION);
            json.writeStringField("id", id);
            json.writeStringField("created", Instant.now().toString());
            json.writeStringField("model", modelName);
            if (!baseUrl.isEmpty()) {
                json.writeStringField("base_url", baseUrl);
            }
            if (!dialect.isEmpty()) {
                json.writeStringField("dialect", dialect);
            }
        });
    }

    /** A setting that holds from here on. */
    void set(String name, String value) {
        write("set", json -> {
            at(json);
            json.writeStringField(name, value);
        });
    }

    /** The user's line, on disk before this returns: the request may leave only then. */
    void user(Question question, int number, String modelName) {
        file.awaitForced();
        turn = number;
        model = modelName;
        List<KeptFile> files = kept(question.attachments());
        write("user", json -> {
            json.writeNumberField("turn", turn);
            at(json);
            json.writeStringField("text", question.text());
            KeptFile.write(json, files);
            if (question.of() > 0) {
                json.writeNumberField(question.kind().field(), question.of());
            }
        });
        file.force();
    }

    /** The contents go to disk before the record that tells of them. */
    private List<KeptFile> kept(List<Attachment> attachments) {
        if (file.isBroken() || attachments.isEmpty()) {
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
            at(json);
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
            at(json);
            outcome(json, answer.outcome());
            usage(json, answer.usage());
            json.writeStringField("model", model);
            if (!answer.receipt().isEmpty()) {
                json.writeStringField("generation", answer.receipt());
            }
        });
    }

    /** The end of a turn copied from another session. */
    void copied(Round.End end) {
        write("end", json -> {
            json.writeNumberField("turn", turn);
            at(json);
            json.writeStringField("outcome", end.name().toLowerCase(Locale.ROOT));
            json.writeStringField("model", model);
        });
    }

    private static void outcome(JsonGenerator json, Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Complete complete) {
            json.writeStringField("outcome", "complete");
            json.writeStringField("reason", complete.reason());
        } else if (outcome instanceof Outcome.Interrupted interrupted) {
            json.writeStringField("outcome", "interrupted");
            json.writeStringField("reason", interrupted.cause().name().toLowerCase(Locale.ROOT));
        } else if (outcome instanceof Outcome.Failed failed) {
            json.writeStringField("outcome", "failed");
            json.writeStringField("reason", failed.problem().message());
        }
    }

    private static void usage(JsonGenerator json, Usage usage) throws IOException {
        if (!usage.isKnown() && usage.dollars().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("usage");
        if (usage.inputTokens().isPresent()) {
            json.writeNumberField("input_tokens", usage.inputTokens().getAsLong());
        }
        if (usage.outputTokens().isPresent()) {
            json.writeNumberField("output_tokens", usage.outputTokens().getAsLong());
        }
        if (usage.dollars().isPresent()) {
            json.writeNumberField("cost_usd", usage.dollars().getAsDouble());
        }
        json.writeEndObject();
    }

    private static void at(JsonGenerator json) throws IOException {
        json.writeStringField("at", Instant.now().toString());
    }

    private void write(String type, Fields fields) {
        if (file.isBroken()) {
            return;
        }
        try {
            line.reset();
            try (JsonGenerator json = JSON.createGenerator(line)) {
                json.writeStartObject();
                json.writeStringField("type", type);
                fields.write(json);
                json.writeEndObject();
            }
            line.write('\n');
            file.append(ByteBuffer.wrap(line.toByteArray()));
        } catch (IOException | UnsupportedOperationException e) {
            file.stop(e);
        }
    }

    /** Forces what was written to disk aside. */
    void forceAside() {
        file.forceAside();
    }

    /** Whether something could not be written. */
    boolean isBroken() {
        return file.isBroken();
    }

    void close() throws IOException {
        file.close();
    }
}
