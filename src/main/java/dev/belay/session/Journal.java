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
import dev.belay.file.Reasons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Appends what is said to the session's file, one JSON object a line. Lives on the turn's thread, but for the forcing of an
 * end to disk.
 *
 * <p>The file is made with the first message, so that looking in leaves no trace. When it cannot be written the chat goes
 * on and the person is told once.
 */
final class Journal implements Sink {

    static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    static final FileAttribute<?> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Consumer<String> warn;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private FileChannel channel;
    private SessionLock lock;
    private Thread forcing = new Thread();
    private volatile boolean broken;
    private int turn;
    private String model = "";

    /**
     * @param file the session's file
     * @param lock held on an existing file; null for a new one, which takes it when it is made
     * @param warn takes one sentence, once, when nothing is being saved
     */
    Journal(Path file, SessionLock lock, Consumer<String> warn) {
        this.file = file;
        this.lock = lock;
        this.warn = warn;
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
        awaitForced();
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
        force();
    }

    /** The contents go to disk before the record that tells of them. */
    private List<KeptFile> kept(List<Attachment> attachments) {
        if (broken || attachments.isEmpty()) {
            return List.of();
        }
        try {
            return new Contents(file).keep(attachments);
        } catch (IOException | UnsupportedOperationException e) {
            stop(e);
            return List.of();
        }
    }

    void undo(int number) {
        write("undo", json -> {
            json.writeNumberField("turn", number);
            at(json);
        });
        force();
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
        if (broken) {
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
            append(ByteBuffer.wrap(line.toByteArray()));
        } catch (IOException | UnsupportedOperationException e) {
            stop(e);
        }
    }

    private void append(ByteBuffer bytes) throws IOException {
        if (channel == null) {
            open();
        }
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void open() throws IOException {
        Files.createDirectories(file.getParent(), PRIVATE_FOLDER);
        if (lock == null) {
            try {
                lock = SessionLock.take(file);
            } catch (SessionInUse impossible) {
                throw new IOException("the new session is already in use", impossible);
            }
        }
        boolean torn = isTorn();
        channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), PRIVATE_FILE);
        if (torn) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    /** Whether the file ends inside a line that a crash cut: what follows must not be glued to it. */
    private boolean isTorn() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return old.size() > 0 && old.read(last, old.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** Forces it to disk aside: the next prompt need not wait for that, the next message and the end of the program do. */
    void forceAside() {
        forcing = new Thread(this::force, "belay-force");
        forcing.setDaemon(true);
        forcing.start();
    }

    private void awaitForced() {
        try {
            forcing.join();
        } catch (InterruptedException stray) {
            // Nothing waits for less.
        }
    }

    /** Has the system write all of it to the disk. */
    private void force() {
        if (broken || channel == null) {
            return;
        }
        try {
            channel.force(false);
        } catch (IOException e) {
            stop(e);
        }
    }

    private void stop(Exception e) {
        broken = true;
        warn.accept("nothing is being saved from here on: cannot write " + file + " (" + Reasons.of(e) + ")");
    }

    /** Whether something could not be written. */
    boolean isBroken() {
        return broken;
    }

    void close() throws IOException {
        awaitForced();
        if (channel != null) {
            channel.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
