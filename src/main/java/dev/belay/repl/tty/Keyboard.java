package dev.belay.repl.tty;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * The keys: read by one thread as they are pressed, and kept until the prompt asks for them.
 *
 * <p>While an answer streams, Ctrl-C, Ctrl-Z and a lone Esc act at once; all other keys are in the next prompt, in their
 * order. Ctrl-C is a key here and no signal, because keys keep their order: one pressed for this answer can never reach
 * the next one, nor throw away what was typed. The terminal is set so that a read returns empty after a tenth of a second:
 * that is how a lone Esc is told from the begin of an arrow key.
 */
public final class Keyboard extends NonBlockingReader {

    /** A paste whose end mark does not come is over when Ctrl-C was its last key for so long. */
    private static final long STUCK_MILLIS = 500;

    private final Lease lease = new Lease();
    private final KeyReader reader;

    // Guarded by this.
    private final FocusReports reports = new FocusReports();
    private final KeyQueue keys = new KeyQueue(reports);
    private boolean ended;
    private boolean gone;
    private @Nullable Reaction reaction;

    /** What keys do while an answer streams. */
    public interface Reaction {
        void stop();

        void suspend();
    }

    /** @param in the keys' bytes; a read that returns nothing means that none came for a while */
    Keyboard(InputStream in, Charset charset) {
        this.reader = new KeyReader(in, charset, this, lease);
    }

    /** Begins to read. */
    void start() {
        reader.start();
    }

    /** Where the keys are lent to another program. */
    Lease lease() {
        return lease;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void gone() {
        gone = !ended;
        end();
    }

    /** Whether the terminal itself went away, as when its window is closed. */
    public synchronized boolean isGone() {
        return gone;
    }

    /** From here on what the terminal reports of its focus is remembered, and is no key. */
    synchronized void takeReports() {
        reports.want();
    }

    public synchronized Focus focus() {
        return reports.focus();
    }

    public synchronized void focus(Focus now) {
        reports.focus(now);
    }

    /**
     * Takes the keys that act at once out of those that wait, and lets them act.
     *
     * @param arrived what came just now; empty to look at keys that have waited
     */
    void react(String arrived) {
        Reaction now;
        String acts;
        synchronized (this) {
            keys.add(arrived);
            notifyAll();
            now = reaction;
            if (now == null) {
                return;
            }
            acts = keys.hear(arrived);
        }
        if (acts.indexOf(ActingKeys.CTRL_C) >= 0) {
            now.stop();
        }
        if (acts.indexOf(ActingKeys.CTRL_Z) >= 0) {
            now.suspend();
        }
    }

    /** Nothing came after the last key: if that was Esc, it was alone. */
    void paused() {
        Reaction now;
        synchronized (this) {
            now = reaction != null && keys.tookEscape() ? reaction : null;
        }
        if (now != null) {
            now.stop();
        }
    }

    /** Does this once, in the first moment in which no key is pressed. */
    public void whenQuiet(Runnable action) {
        reader.whenQuiet(action);
    }

    /** From here on Ctrl-C, Ctrl-Z and a lone Esc act at once, those already typed too; null ends that. */
    public void reactBy(@Nullable Reaction other) {
        synchronized (this) {
            reaction = other;
            keys.beginToHear();
        }
        react("");
    }

    /** Ends the input, as a terminal that went away does; a waiting reader is told at once. */
    public synchronized void end() {
        ended = true;
        notifyAll();
        lease.over();
    }

    /** The messages that wait, complete with Enter, without those that were told before. */
    public synchronized List<String> queued() {
        return keys.untold();
    }

    /** Turns Enter keys typed ahead into line breaks, so that text typed before a stop waits to be edited. */
    public synchronized void holdBack() {
        keys.holdBack();
    }

    /** How many keys wait. */
    public synchronized int waiting() {
        return keys.size();
    }

    /** What was pasted, from behind the mark of its begin; waits for the one of its end. */
    public synchronized String readPaste() throws IOException {
        int end = keys.pasteEnd(0);
        while (end < 0 && !ended) {
            int had = keys.size();
            waitForChange(STUCK_MILLIS);
            if (keys.size() == had && keys.tookLast(ActingKeys.CTRL_C)) {
                break;
            }
            end = keys.pasteEnd(had - TypedKeys.PASTE_END.length());
        }
        String pasted = keys.take(end < 0 ? keys.size() : end);
        if (end >= 0) {
            keys.skip(TypedKeys.PASTE_END.length());
        }
        return pasted;
    }

    @Override
    protected synchronized int read(long timeout, boolean isPeek) throws IOException {
        if (!await(timeout)) {
            return READ_EXPIRED;
        }
        if (keys.size() == 0) {
            return EOF;
        }
        char c = keys.first();
        if (!isPeek) {
            keys.skip(1);
        }
        return c;
    }

    @Override
    public synchronized int readBuffered(char[] chars, int off, int len, long timeout) throws IOException {
        if (!await(timeout)) {
            return READ_EXPIRED;
        }
        int count = Math.min(len, keys.size());
        if (count == 0) {
            return EOF;
        }
        keys.take(chars, off, count);
        return count;
    }

    /** Waits for a key or the end; false when the time, in milliseconds, has passed. Nought means for ever. */
    private boolean await(long timeout) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout);
        while (keys.size() == 0 && !ended) {
            long left = timeout <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) + 1;
            if (timeout > 0 && end - System.nanoTime() <= 0) {
                return false;
            }
            waitForChange(left);
        }
        return true;
    }

    private synchronized void waitForChange(long millis) throws IOException {
        try {
            wait(millis);
        } catch (InterruptedException stray) {
            throw new InterruptedIOException();
        }
    }
}
