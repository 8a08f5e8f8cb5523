package dev.belay.repl.tty;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jline.utils.NonBlockingReader;

/**
 * The keys: read by one thread as they are pressed, and kept until the prompt asks for them.
 *
 * <p>While an answer streams, Ctrl-C, Ctrl-Z and a lone Esc act at once; all other keys are in the next prompt, in their
 * order. Ctrl-C is a key here and no signal, because keys keep their order: one pressed for this answer can never reach
 * the next one, nor throw away what was typed. The terminal is set so that a read returns empty after a tenth of a second:
 * that is how a lone Esc is told from the begin of an arrow key.
 */
public final class Keyboard extends NonBlockingReader implements Runnable {

    private static final char CTRL_C = 3;
    private static final char CTRL_Z = 26;
    private static final char ESCAPE = 27;

    /** What a report of the focus begins with: I or O follows. */
    private static final String REPORT = "\u001b[";
    /** Beyond this the room that a paste took is given back. */
    private static final int USUAL_SIZE = 1 << 16;

    /** A paste whose end mark does not come is over when Ctrl-C was its last key for so long. */
    private static final long STUCK_MILLIS = 500;

    /** So many empty reads at once mean that the terminal is gone. */
    private static final int GONE = 10;

    private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final InputStream in;
    private final CharsetDecoder decoder;

    // Touched by the reading thread only.
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    // Guarded by this.
    private StringBuilder keys = new StringBuilder();
    private int next;
    private int heard;
    private int searched;
    private int told;
    private boolean ended;
    private boolean gone;
    private boolean lent;
    private boolean rests;
    private Runnable quiet;
    private Reaction reaction;
    private boolean takesReports;
    private Focus focus = Focus.HELD;

    /** What keys do while an answer streams. */
    public interface Reaction {
        void stop();

        void suspend();
    }

    /** @param in the keys' bytes; a read that returns nothing means that none came for a while */
    Keyboard(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Begins to read. */
    void start() {
        Thread thread = new Thread(this, "belay-keys");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            for (int empty = 0; empty < GONE; ) {
                whileLent();
                long begin = System.nanoTime();
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                if (count > 0) {
                    empty = 0;
                    took(count);
                } else if (isClosed()) {
                    return;
                } else {
                    empty = System.nanoTime() - begin < AT_ONCE_NANOS ? empty + 1 : 0;
                    paused();
                }
            }
        } catch (IOException closed) {
            // As good as gone, which is said below.
        } finally {
            gone();
        }
    }

    /** Leaves the keys to another program; returns when no more are taken from it. */
    synchronized void lend() throws IOException {
        lent = true;
        while (!rests && !ended) {
            waitForChange(0);
        }
    }

    /** The keys are ours again. */
    synchronized void takeBack() {
        lent = false;
        notifyAll();
    }

    synchronized boolean isLent() {
        return lent;
    }

    private synchronized void whileLent() throws IOException {
        while (lent) {
            rests = true;
            notifyAll();
            waitForChange(0);
        }
        rests = false;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void gone() {
        gone = !ended;
        end();
    }

    /** Whether the terminal itself went away, as when its window is closed. */
    public synchronized boolean isGone() {
        return gone;
    }

    private void took(int count) {
        bytes.position(bytes.position() + count).flip();
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        decoder.decode(bytes, chars, false);
        bytes.compact();
        react(chars.flip().toString());
    }

    /** From here on what the terminal reports of its focus is remembered, and is no key. */
    synchronized void takeReports() {
        takesReports = true;
    }

    public synchronized Focus focus() {
        return focus;
    }

    public synchronized void focus(Focus now) {
        focus = now;
    }

    /** Takes those out of what arrived, and of what they began with before; what is within a paste belongs to it. */
    private void reports(int arrived) {
        int begin = Math.max(next, arrived - REPORT.length());
        for (int at = keys.indexOf(REPORT, begin); at >= 0 && at + 2 < keys.length(); at = keys.indexOf(REPORT, at)) {
            char which = keys.charAt(at + 2);
            boolean isReport = which == 'I' || which == 'O';
            if (isReport && keys.lastIndexOf(TypedKeys.PASTE_BEGIN, at) <= keys.lastIndexOf(TypedKeys.PASTE_END, at)) {
                focus = which == 'I' ? Focus.HELD : Focus.LOST;
                keys.delete(at, at + 3);
                heard = Math.min(heard, at);
            } else {
                at += 2;
            }
        }
    }

    /**
     * Takes the keys that act at once out of those that wait, and lets them act.
     *
     * @param arrived what came just now; empty to look at keys that have waited
     */
    private void react(String arrived) {
        Reaction now;
        String acts;
        synchronized (this) {
            keys.append(arrived);
            if (takesReports) {
                reports(keys.length() - arrived.length());
            }
            notifyAll();
            now = reaction;
            acts = now == null ? "" : hear(arrived);
        }
        if (acts.indexOf(CTRL_C) >= 0) {
            now.stop();
        }
        if (acts.indexOf(CTRL_Z) >= 0) {
            now.suspend();
        }
    }

    /** Hears what was typed since the last time, but for pastes, which may hold anything; returns what is to act. */
    private String hear(String arrived) {
        StringBuilder acts = new StringBuilder();
        int begin = keys.indexOf(TypedKeys.PASTE_BEGIN, heard);
        while (begin >= 0) {
            hearTyped(begin, arrived, acts);
            int end = keys.indexOf(TypedKeys.PASTE_END, Math.max(heard, searched));
            if (end < 0) {
                searched = Math.max(heard, keys.length() - TypedKeys.PASTE_END.length());
                return isAlone(arrived) ? takeLast() : acts.toString();
            }
            heard = end + TypedKeys.PASTE_END.length();
            begin = keys.indexOf(TypedKeys.PASTE_BEGIN, heard);
        }
        hearTyped(keys.length() - TypedKeys.begunPaste(keys), arrived, acts);
        return acts.toString();
    }

    /** Somebody presses it when the end of a paste does not come. */
    private static boolean isAlone(String arrived) {
        return arrived.length() == 1 && arrived.charAt(0) == CTRL_C;
    }

    private String takeLast() {
        String last = keys.substring(keys.length() - 1);
        keys.setLength(keys.length() - 1);
        return last;
    }

    /** Hears the keys up to there. */
    private void hearTyped(int end, String arrived, StringBuilder acts) {
        StringBuilder stay = new StringBuilder();
        for (int at = heard; at < end; at++) {
            char c = keys.charAt(at);
            (c == CTRL_C || c == CTRL_Z ? acts : stay).append(c);
        }
        String typed = arrived.isEmpty() ? stay.toString() : TypedKeys.asOne(stay.toString());
        if (end > heard) {
            keys.replace(heard, end, typed);
            heard += typed.length();
        }
    }

    /** The messages that wait, complete with Enter, without those that were told before. */
    public synchronized List<String> queued() {
        int from = Math.max(next, told);
        TypedMessages.Complete complete = TypedMessages.in(keys.substring(from));
        told = from + complete.end();
        return complete.texts();
    }

    /** How many keys wait. */
    public synchronized int waiting() {
        return keys.length() - next;
    }

    /** What was pasted, from behind the mark of its begin; waits for the one of its end. */
    public synchronized String readPaste() throws IOException {
        int end = keys.indexOf(TypedKeys.PASTE_END, next);
        while (end < 0 && !ended) {
            int had = keys.length();
            waitForChange(STUCK_MILLIS);
            if (keys.length() == had && had > next && keys.charAt(had - 1) == CTRL_C) {
                keys.setLength(had - 1);
                break;
            }
            end = keys.indexOf(TypedKeys.PASTE_END, Math.max(next, had - TypedKeys.PASTE_END.length()));
        }
        int stop = end < 0 ? keys.length() : end;
        String pasted = keys.substring(next, stop);
        skip(stop - next + (end < 0 ? 0 : TypedKeys.PASTE_END.length()));
        return pasted;
    }

    /** Does this once, in the first moment in which no key is pressed. */
    public synchronized void whenQuiet(Runnable action) {
        quiet = action;
    }

    private synchronized Runnable takeQuiet() {
        Runnable action = quiet;
        quiet = null;
        return action;
    }

    /** Nothing came after the last key: if that was Esc, it was alone. */
    private void paused() {
        Runnable once = takeQuiet();
        if (once != null) {
            once.run();
        }
        Reaction now;
        synchronized (this) {
            int last = keys.length() - 1;
            boolean alone = reaction != null && last >= next && keys.charAt(last) == ESCAPE;
            now = alone ? reaction : null;
            if (alone) {
                keys.setLength(last);
            }
        }
        if (now != null) {
            now.stop();
        }
    }

    /** Ends the input, as a terminal that went away does; a waiting reader is told at once. */
    public synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** From here on Ctrl-C, Ctrl-Z and a lone Esc act at once, those already typed too; null ends that. */
    public void reactBy(Reaction other) {
        synchronized (this) {
            reaction = other;
            heard = next;
            searched = next;
        }
        react("");
    }

    /** Turns Enter keys typed ahead into line breaks, so that text typed before a stop waits to be edited. */
    public synchronized void holdBack() {
        String typed = TypedKeys.enterAsLineBreak(keys.substring(next).replaceAll("[\r\n]+$", ""));
        forget();
        keys.append(typed);
    }

    @Override
    protected synchronized int read(long timeout, boolean isPeek) throws IOException {
        if (!await(timeout)) {
            return READ_EXPIRED;
        }
        if (next == keys.length()) {
            return EOF;
        }
        char c = keys.charAt(next);
        if (!isPeek) {
            skip(1);
        }
        return c;
    }

    @Override
    public synchronized int readBuffered(char[] chars, int off, int len, long timeout) throws IOException {
        if (!await(timeout)) {
            return READ_EXPIRED;
        }
        int count = Math.min(len, keys.length() - next);
        if (count == 0) {
            return EOF;
        }
        keys.getChars(next, next + count, chars, off);
        skip(count);
        return count;
    }

    /** Waits for a key or the end; false when the time, in milliseconds, has passed. Nought means for ever. */
    private boolean await(long timeout) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout);
        while (next == keys.length() && !ended) {
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

    private void skip(int count) {
        next += count;
        if (next == keys.length()) {
            forget();
        }
    }

    private void forget() {
        if (keys.capacity() > USUAL_SIZE) {
            keys = new StringBuilder();
        }
        keys.setLength(0);
        next = 0;
        heard = 0;
        searched = 0;
        told = 0;
    }
}
