package dev.belay.session;

import dev.belay.chat.Answer;
import dev.belay.chat.Conversation;
import dev.belay.chat.Message;
import dev.belay.chat.Round;
import dev.belay.chat.Sink;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation and its journal, kept in step. Lives on one thread. */
public final class Session implements AutoCloseable {

    private final String id;
    private final Conversation conversation;
    private final Optional<Journal> journal;
    private final Heading heading;
    private final Runnable anew = new Runnable() {
        @Override
        public void run() {
            writeAnew();
        }
    };
    private Ledger ledger = new Ledger();
    private int turn;

    private Session(String id, Conversation conversation, Optional<Journal> journal, Heading heading) {
        this.id = id;
        this.conversation = conversation;
        this.journal = journal;
        this.heading = heading;
    }

    private Session(String id, Optional<Journal> journal) {
        this(id, new Conversation(), journal, new Heading(id, journal));
    }

    /** A conversation that is not saved. */
    public static Session unsaved() {
        return new Session("", Optional.empty());
    }

    /** A new session; its file is made with the first message. */
    public static Session create(SessionStore store, Consumer<String> warn) {
        String id = store.freeId(Instant.now());
        LockedFile file = new LockedFile(store, id, null, Standing.GONE);
        return new Session(id, Optional.of(new Journal(new JournalFile(file, warn))));
    }

    /**
     * Goes on with a saved session.
     *
     * @param warn takes what is to be said about the file: damage, a later version
     * @throws SessionInUse when another process writes to it
     */
    public static Session resume(SessionStore store, String id, Consumer<String> warn)
            throws IOException, SessionInUse {
        return new Reopening(store, warn).resume(id);
    }

    /** A saved session as it stands; nothing new is saved in it. */
    public static Session readOnly(SessionStore store, String id, Consumer<String> warn) throws IOException {
        return new Reopening(store, warn).readOnly(id);
    }

    /** A new session that begins with all that a saved one holds. */
    public static Session copy(SessionStore store, String id, Consumer<String> warn) throws IOException {
        return readOnly(store, id, warn).fork(store, warn);
    }

    /** A new session that begins with all that this one holds; it is saved, whether this one is or not. */
    public Session fork(SessionStore store, Consumer<String> warn) throws IOException {
        Session fork = create(store, warn);
        fork.heading.copy(heading);
        try {
            for (Round round : conversation.rounds()) {
                store.pulse().run();
                fork.replay(round, ledger.of(round.turn()));
            }
        } catch (RuntimeException stopped) {
            fork.journal.get().delete();
            throw stopped;
        }
        fork.journal.get().forceAside();
        return fork;
    }

    static Session resumed(String id, Transcript transcript, Optional<Journal> journal) {
        Session session = new Session(id, transcript.conversation(), journal, Heading.of(id, transcript, journal));
        session.turn = transcript.lastTurn();
        session.ledger = transcript.ledger();
        journal.ifPresent(file -> file.titled(transcript.title()));
        return session;
    }

    private void replay(Round round, Told told) {
        heading.begin(heading.model());
        turn++;
        journal.get().copied(round, turn, told);
        ledger.copied(turn, told);
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
        mend();
        heading.begin(modelName);
        conversation.remove(question.replaced());
        turn++;
        ledger.asked(answered(question), modelName);
        journal.ifPresent(file -> file.user(question, turn, modelName));
    }

    /** What could not be saved is tried again, and what was lost by somebody else's doing is written anew. */
    private void mend() {
        if (journal.isPresent() && turn > 0) {
            journal.get().mend(anew);
        }
    }

    private void writeAnew() {
        Journal file = journal.get();
        Chronicle all = chronicle();
        heading.write(file, all.created());
        for (Chronicle.Entry entry : all.entries()) {
            file.again(entry.round(), entry.told());
        }
    }

    /** The turn that the answer becomes part of. */
    private int answered(Question question) {
        return question.kind() == Question.Kind.PREFILL ? question.of() : turn;
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
        ledger.ended(answered(question), answer);
        journal.ifPresent(Journal::forceAside);
    }

    /** What the turn's events are to be written to, before they are shown. */
    public Optional<Sink> journal() {
        return journal.map(file -> file);
    }

    public Conversation conversation() {
        return conversation;
    }

    /** What holds for all of it: who answers, and what it is called. */
    public Heading heading() {
        return heading;
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
        return journal.isPresent() && !journal.get().isBroken() && turn > 0;
    }

    /** The conversation as it stands, with all that is known about it. */
    public Chronicle chronicle() {
        List<Chronicle.Entry> entries = new ArrayList<>();
        for (Round round : conversation.rounds()) {
            entries.add(new Chronicle.Entry(round, ledger.of(round.turn())));
        }
        String created = heading.created();
        String begun = created.isEmpty() && !entries.isEmpty() ? entries.get(0).told().asked() : created;
        return new Chronicle(id, heading.title(), begun, heading.system(), entries);
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
            if (journal.get().hasWritten()) {
                mend();
            }
            journal.get().close();
        }
    }
}
