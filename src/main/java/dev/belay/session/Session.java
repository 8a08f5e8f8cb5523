package dev.belay.session;

import dev.belay.chat.Act;
import dev.belay.chat.Answer;
import dev.belay.chat.Conversation;
import dev.belay.chat.Message;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.chat.Sink;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A conversation and its journal, kept in step. Lives on one thread. */
public final class Session implements AutoCloseable {

    /** All the turns that there are. */
    public static final int WHOLE = Integer.MAX_VALUE;

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
    private String origin = "";

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
        return fork(store, warn, WHOLE);
    }

    /** The same, but with no more than so many of the first turns. */
    public Session fork(SessionStore store, Consumer<String> warn, int turns) throws IOException {
        String from = id.isEmpty() ? origin : id;
        Session fork = create(store, warn);
        fork.heading.copy(heading);
        try {
            for (Round round : conversation
                    .rounds()
                    .subList(0, Math.min(turns, conversation.rounds().size()))) {
                store.pulse().run();
                fork.replay(round, ledger, from);
            }
        } catch (RuntimeException stopped) {
            fork.journal.get().delete();
            throw stopped;
        }
        fork.journal.get().forceAside();
        return fork;
    }

    static Session resumed(String id, Transcript transcript, Optional<Journal> journal) {
        Session session =
                new Session(id, transcript.conversation(), journal, Heading.of(id, transcript.settings(), journal));
        session.turn = transcript.lastTurn();
        session.ledger = transcript.ledger();
        session.origin = transcript.settings().id();
        journal.ifPresent(file -> file.titled(transcript.settings().title()));
        return session;
    }

    /** Copies a turn with all that was done in it, under numbers of its own. */
    private void replay(Round round, Ledger theirs, String from) {
        heading.begin(heading.model());
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Act act : round.history()) {
            turn++;
            numbers.put(act.turn(), turn);
            Told told = theirs.of(act.turn());
            Act copy = new Act(turn, act.question().renumbered(numbers), act.answer(), act.end());
            Circumstances there = new Circumstances(told.asked(), OptionalLong.empty(), from, act.turn());
            ledger.copied(turn, told, there);
            conversation.add(copy);
            journal.get().copied(copy, told, there);
        }
    }

    /** The messages of the request that asks this. */
    public List<Message> messages(Question question) {
        return conversation.messages(question);
    }

    /** Notes the user's message, on disk before this returns: only then may the request leave. */
    public void begin(Question question, String modelName) {
        begin(question, modelName, OptionalLong.empty());
    }

    /** @param maxTokens the longest answer, where that is limited */
    public void begin(Question question, String modelName, OptionalLong maxTokens) {
        mend();
        heading.begin(modelName);
        turn++;
        ledger.asked(turn, modelName, maxTokens);
        journal.ifPresent(file -> file.user(question, turn, modelName, maxTokens));
    }

    /** What could not be saved is tried again, and what was lost by somebody else's doing is written anew. */
    private void mend() {
        if (journal.isPresent() && turn > 0) {
            journal.get().mend(anew);
        }
    }

    private void writeAnew() {
        Journal file = journal.get();
        heading.write(file, chronicle().created());
        for (Round round : conversation.rounds()) {
            for (Act act : round.history()) {
                file.again(act, ledger.of(act.turn()), ledger.circumstances(act.turn()));
            }
        }
    }

    /**
     * Remembers how the turn begun by {@link #begin} ended, and forces it to disk. The journal was told as one of its
     * sinks; a slow disk then delays the next prompt and not what is seen of a stop.
     */
    public void answered(Question question, Answer answer) {
        conversation.add(Act.of(turn, question, answer));
        ledger.ended(turn, answer);
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
        return Chronicle.of(id, heading, conversation, ledger);
    }

    /** Why the last answer ended, as the journal says it; empty where that is not known. */
    public String reason() {
        return conversation.last().isEmpty()
                ? ""
                : ledger.of(conversation.last().get()).reason();
    }

    /** Takes back what was done last, which this returns: its turn is as it was before. Empty when there is none. */
    public Optional<Act> undo() {
        if (conversation.last().isEmpty()) {
            return Optional.empty();
        }
        Act last = conversation.last().get().last();
        conversation.undo(last.turn());
        journal.ifPresent(file -> file.undo(last.turn()));
        return Optional.of(last);
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
