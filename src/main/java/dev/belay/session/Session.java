package dev.belay.session;

import dev.belay.chat.Answer;
import dev.belay.chat.Conversation;
import dev.belay.chat.Event;
import dev.belay.chat.Message;
import dev.belay.chat.Round;
import dev.belay.chat.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation and its journal, kept in step. Lives on one thread. */
public final class Session implements AutoCloseable {

    private final String id;
    private final Conversation conversation;
    private final Optional<Journal> journal;
    private boolean begun;
    private int turn;
    private String model;
    private String system;
    private String baseUrl = "";
    private String dialect = "";

    private Session(String id, Conversation conversation, Optional<Journal> journal) {
        this.id = id;
        this.conversation = conversation;
        this.journal = journal;
        this.model = "";
        this.system = "";
    }

    /** A conversation that is not saved. */
    public static Session unsaved() {
        return new Session("", new Conversation(), Optional.empty());
    }

    /** A new session; its file is made with the first message. */
    public static Session create(SessionStore store, Consumer<String> warn) {
        String id = SessionStore.newId(Instant.now());
        return new Session(id, new Conversation(), Optional.of(new Journal(new JournalFile(store.file(id), null, warn))));
    }

    /**
     * Goes on with a saved session.
     *
     * @param warn takes what is to be said about the file: damage, a later version
     * @throws SessionInUse when another process writes to it
     */
    public static Session resume(SessionStore store, String id, Consumer<String> warn)
            throws IOException, SessionInUse {
        Path file = store.file(id);
        Optional<SessionLock> lock = lock(file);
        Transcript transcript;
        try {
            transcript = read(store, id, warn);
        } catch (IOException unreadable) {
            release(lock);
            throw unreadable;
        }
        if (transcript.isNewer()) {
            warn.accept("session " + id + " was written by a later version of belay: it is opened read-only, "
                    + "nothing new is saved in it");
            release(lock);
            return resumed("", transcript, Optional.empty());
        }
        return resumed(id, transcript, Optional.of(new Journal(new JournalFile(file, lock.orElse(null), warn))));
    }

    /** A saved session as it stands; nothing new is saved in it. */
    public static Session readOnly(SessionStore store, String id, Consumer<String> warn) throws IOException {
        return resumed("", read(store, id, warn), Optional.empty());
    }

    private static Transcript read(SessionStore store, String id, Consumer<String> warn) throws IOException {
        Path file = store.file(id);
        Transcript transcript = Transcript.read(file);
        tellDamage(id, transcript, warn);
        List<String> lost = new Contents(file).restore(transcript.conversation(), transcript.files());
        if (!lost.isEmpty()) {
            warn.accept("session " + id + " goes on without " + String.join(", ", lost)
                    + ": what was kept is missing or was changed");
        }
        return transcript;
    }

    private static void tellDamage(String id, Transcript transcript, Consumer<String> warn) {
        int lines = transcript.damagedLines();
        if (lines > 0) {
            warn.accept("session " + id + ": " + lines + (lines == 1 ? " damaged line was" : " damaged lines were")
                    + " left out, all else is there");
        }
    }

    /** A new session that begins with all that a saved one holds. */
    public static Session copy(SessionStore store, String id, Consumer<String> warn) throws IOException {
        Session copy = create(store, warn);
        Transcript transcript = read(store, id, warn);
        copy.system(transcript.system());
        copy.model = transcript.model();
        copy.baseUrl = transcript.baseUrl();
        copy.dialect = transcript.dialect();
        for (Round round : transcript.conversation().rounds()) {
            copy.replay(round);
        }
        return copy;
    }

    /** No lock can be had in a folder that cannot be written; then nothing can be added either, and the journal says so. */
    private static Optional<SessionLock> lock(Path file) throws SessionInUse {
        try {
            return Optional.of(SessionLock.take(file));
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static void release(Optional<SessionLock> lock) throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    private static Session resumed(String id, Transcript transcript, Optional<Journal> journal) {
        Session session = new Session(id, transcript.conversation(), journal);
        session.begun = true;
        session.turn = transcript.lastTurn();
        session.model = transcript.model();
        session.system = transcript.system();
        session.baseUrl = transcript.baseUrl();
        session.dialect = transcript.dialect();
        return session;
    }

    private void replay(Round round) {
        begin(Question.of(round.user(), round.attachments()), model);
        journal.ifPresent(file -> {
            file.accept(new Event.Text(round.answer()));
            file.copied(round.end());
        });
        conversation.add(new Round(turn, round.user(), round.attachments(), round.answer(), round.end()));
    }

    /** The messages of the request that asks this. */
    public List<Message> messages(Question question) {
        return question.kind() == Question.Kind.PREFILL
                ? conversation.messagesGoingOn()
                : conversation.messagesWith(question.message(), question.replaced());
    }

    /** Notes the user's message, on disk before this returns: only then may the request leave. */
    public void begin(Question question, String modelName) {
        model = modelName;
        if (!begun) {
            begun = true;
            journal.ifPresent(file -> file.session(id, modelName, baseUrl, dialect));
            if (!system.isEmpty()) {
                journal.ifPresent(file -> file.set("system", system));
            }
        }
        conversation.remove(question.replaced());
        turn++;
        journal.ifPresent(file -> file.user(question, turn, modelName));
    }

    /**
     * Remembers how the turn begun by {@link #begin} ended, and forces it to disk. The journal was told as one of its
     * sinks; a slow disk then delays the next prompt and not what is seen of a stop.
     */
    public void answered(Question question, Answer answer) {
        if (question.kind() == Question.Kind.PREFILL) {
            conversation.join(question.of(), answer.text(), Round.End.of(answer.outcome()));
        } else {
            conversation.add(Round.of(turn, question.message(), answer));
        }
        journal.ifPresent(Journal::forceAside);
    }

    /** What the turn's events are to be written to, before they are shown. */
    public Optional<Sink> journal() {
        return journal.map(file -> file);
    }

    public Conversation conversation() {
        return conversation;
    }

    /** Empty when nothing is saved. */
    public String id() {
        return id;
    }

    /** Whether what is said is written down at all. */
    public boolean isKept() {
        return journal.isPresent();
    }

    /** Whether there is anything to come back to. */
    public boolean isSaved() {
        return journal.isPresent() && !journal.get().isBroken() && begun && turn > 0;
    }

    /** The model last asked; empty in a new session. */
    public String model() {
        return model;
    }

    /** Sets the model from here on. */
    public void model(String name) {
        if (begun && !model.equals(name)) {
            journal.ifPresent(file -> file.set("model", name));
        }
        model = name;
    }

    /** The base URL of the user's own server that answers in this session; empty for a known provider. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Sets where the session is answered from here on. */
    public void baseUrl(String url) {
        if (begun && !baseUrl.equals(url)) {
            journal.ifPresent(file -> file.set("base_url", url));
        }
        baseUrl = url;
    }

    /** What the session's server speaks, where that was said; else empty. */
    public String dialect() {
        return dialect;
    }

    /** Sets what the session's server speaks from here on. */
    public void dialect(String word) {
        if (begun && !dialect.equals(word)) {
            journal.ifPresent(file -> file.set("dialect", word));
        }
        dialect = word;
    }

    public String system() {
        return system;
    }

    /** Sets the system prompt from here on. */
    public void system(String text) {
        boolean changed = !system.equals(text);
        system = text;
        if (begun && changed) {
            journal.ifPresent(file -> file.set("system", text));
        }
    }

    /** Takes the last turn back; empty when there is none. */
    public Optional<Round> undo() {
        Optional<Round> last = conversation.last();
        last.ifPresent(round -> {
            conversation.remove(round.turn());
            journal.ifPresent(file -> file.undo(round.turn()));
        });
        return last;
    }

    @Override
    public void close() throws IOException {
        if (journal.isPresent()) {
            journal.get().close();
        }
    }
}
