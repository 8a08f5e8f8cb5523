package dev.belay.session;

import dev.belay.file.Reasons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session's file, which only grows. Lives on the turn's thread, but for the forcing of an end to disk.
 *
 * <p>It is made with the first line, so that looking in leaves no trace. When it cannot be written the chat goes on, the
 * person is told once, and it is tried again with each turn. At any time the file holds the journal as it should be, or a
 * begin of that.
 */
final class JournalFile {

    /** So many bytes may wait to be written; with more of them the conversation is written anew. */
    private static final int MOST_WAITING = 1 << 24;

    private enum State {
        /** All is in the file. */
        WHOLE,
        /** The file has all but what waits. */
        BEHIND,
        /** What is missing in the file cannot be added to it: all of it is to be written anew. */
        ASTRAY
    }

    private final LockedFile file;
    private final Consumer<String> warn;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(0);
    private Thread forcing = new Thread();
    private volatile @Nullable IOException notForced;
    private volatile State state = State.WHOLE;
    private boolean told;

    /** @param warn takes a sentence when nothing is being saved, and when all is again */
    JournalFile(LockedFile file, Consumer<String> warn) {
        this.file = file;
        this.warn = warn;
    }

    Path path() {
        return file.path();
    }

    /** Adds these bytes, all of them, now or later. */
    void append(byte[] line) {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        if (state == State.WHOLE) {
            try {
                file.write(bytes);
                return;
            } catch (IOException | UnsupportedOperationException e) {
                stop(State.BEHIND, e);
            }
        }
        keepWaiting(bytes);
    }

    /** What a full disk cut off waits in front: written later, it makes its line whole. */
    private void keepWaiting(ByteBuffer bytes) {
        if (state == State.BEHIND) {
            waiting.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            state = waiting.size() > MOST_WAITING ? State.ASTRAY : State.BEHIND;
        }
        if (state == State.ASTRAY) {
            waiting.reset();
        }
    }

    /**
     * Makes up for what went wrong: writes what waits, or all of it anew where the file was deleted or changed by somebody
     * else. For moments in which the conversation in memory is whole.
     *
     * @param conversation has all of it written by {@link #append}
     */
    void mend(Runnable conversation) {
        awaitForced();
        if (notForced != null) {
            stop(State.ASTRAY, notForced);
            notForced = null;
        }
        String fate = look();
        if (state == State.BEHIND) {
            catchUp();
        } else if (state == State.ASTRAY) {
            writeAnew(conversation, fate);
        }
    }

    /** What somebody else has done to the file; empty for nothing that matters. */
    private String look() {
        String fate = state == State.ASTRAY ? "" : file.fate();
        if (!fate.isEmpty()) {
            state = State.ASTRAY;
        } else if (state != State.ASTRAY && hasGrown()) {
            warn.accept("another program has written to " + path() + ", between your turns");
            // What is missing would now follow on what is not ours.
            state = state == State.BEHIND ? State.ASTRAY : state;
        }
        return fate;
    }

    private boolean hasGrown() {
        try {
            return file.hasGrown();
        } catch (IOException e) {
            stop(State.ASTRAY, e);
            return false;
        }
    }

    private void catchUp() {
        ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
        waiting.reset();
        try {
            file.write(bytes);
            saved("saving works again: the whole conversation is in " + path());
        } catch (IOException | UnsupportedOperationException still) {
            keepWaiting(bytes);
        }
    }

    private void writeAnew(Runnable conversation, String fate) {
        waiting.reset();
        try {
            file.beginAnew();
            state = State.WHOLE;
            conversation.run();
            if (state == State.WHOLE) {
                String aside = file.endAnew();
                saved((fate.isEmpty() ? "saving works again" : path() + " " + fate + " by another program")
                        + ": the whole conversation is there anew"
                        + (aside.isEmpty() ? "" : ", and what lay there is kept as " + aside));
                return;
            }
        } catch (IOException | UnsupportedOperationException e) {
            stop(State.ASTRAY, e);
        }
        state = State.ASTRAY;
        waiting.reset();
        file.dropAnew();
    }

    private void saved(String sentence) {
        state = State.WHOLE;
        told = false;
        warn.accept(sentence);
        force();
    }

    /** Forces it to disk aside: the next prompt need not wait for that, the next message and the end of the program do. */
    void forceAside() {
        awaitForced();
        forcing = new Thread(this::noteForced, "belay-force");
        forcing.setDaemon(true);
        forcing.start();
    }

    private void noteForced() {
        try {
            if (state == State.WHOLE) {
                file.force();
            }
        } catch (IOException e) {
            notForced = e;
        }
    }

    /** Waits until what was to be forced aside is on the disk. */
    void awaitForced() {
        await(forcing);
    }

    /** To its end, also when the flag that JLine leaves set at times interrupts that. */
    @SuppressWarnings("ThreadJoinLoop") // It is the loop that is asked for, and wants to be Guava's.
    static void await(Thread work) {
        while (true) {
            try {
                work.join();
                return;
            } catch (InterruptedException stray) {
                // Nothing waits for less.
            }
        }
    }

    /** Has the system write all of it to the disk. */
    void force() {
        noteForced();
        if (notForced != null) {
            stop(State.ASTRAY, notForced);
            notForced = null;
        }
    }

    /** An attachment cannot be kept; all of the conversation is to be written anew when it can. */
    void stop(Exception e) {
        stop(State.ASTRAY, e);
    }

    private void stop(State from, Exception e) {
        state = from;
        if (!told) {
            told = true;
            warn.accept("nothing is being saved from here on: cannot write " + path() + " (" + Reasons.of(e) + ")");
        }
    }

    /** Whether anything was to be written so far. */
    boolean hasWritten() {
        return state != State.WHOLE || file.isOpen();
    }

    /** Whether something could not be written. */
    boolean isBroken() {
        return state != State.WHOLE;
    }

    void close() throws IOException {
        awaitForced();
        file.close();
    }
}
