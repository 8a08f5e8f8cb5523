package dev.belay.repl;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
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
final class Keyboard extends NonBlockingReader implements Runnable {

    private static final char CTRL_C = 3;
    private static final char CTRL_Z = 26;
    private static final char ESCAPE = 27;

    /** So many empty reads at once mean that the terminal is gone. */
    private static final int GONE = 10;

    private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final InputStream in;
    private final CharsetDecoder decoder;

    // Touched by the reading thread only.
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    // Guarded by this.
    private final StringBuilder keys = new StringBuilder();
    private int next;
    private boolean ended;
    private boolean gone;
    private boolean lent;
    private boolean waits;
    private Runnable quiet;
    private Reaction reaction;

    /** What keys do while an answer streams. */
    interface Reaction {
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
    synchronized void lend() {
        lent = true;
        while (!waits && !ended) {
            waitForChange();
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

    private synchronized void whileLent() {
        while (lent) {
            waits = true;
            notifyAll();
            waitForChange();
        }
        waits = false;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void gone() {
        gone = !ended;
        end();
    }

    /** Whether the terminal itself went away, as when its window is closed. */
    synchronized boolean isGone() {
        return gone;
    }

    private void took(int count) {
        bytes.position(bytes.position() + count).flip();
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        decoder.decode(bytes, chars, false);
        bytes.compact();
        synchronized (this) {
            keys.append(reaction == null ? chars.flip() : asOne(chars.flip().toString()));
            notifyAll();
        }
        react();
    }

    /** Several lines at once are pasted, not typed: while no prompt can take them as a paste they become one message. */
    private static String asOne(String keys) {
        int last = keys.length() - 1;
        return last < 0 ? keys : enterAsLineBreak(keys.substring(0, last)) + keys.charAt(last);
    }

    /** Alt-Enter, which begins a line, in place of each Enter, which sends. */
    private static String enterAsLineBreak(String keys) {
        return keys.replaceAll("\r\n?|\n", ESCAPE + "\r");
    }

    /** Takes the keys that act at once out of those that wait, and lets them act. */
    private void react() {
        Reaction now;
        boolean stop;
        boolean suspend;
        synchronized (this) {
            now = reaction;
            stop = now != null && takeAll(CTRL_C);
            suspend = now != null && takeAll(CTRL_Z);
        }
        if (stop) {
            now.stop();
        }
        if (suspend) {
            now.suspend();
        }
    }

    private boolean takeAll(char key) {
        boolean found = false;
        for (int at = keys.length() - 1; at >= next; at--) {
            if (keys.charAt(at) == key) {
                keys.deleteCharAt(at);
                found = true;
            }
        }
        return found;
    }

    /** Does this once, in the first moment in which no key is pressed. */
    synchronized void whenQuiet(Runnable action) {
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
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** From here on Ctrl-C, Ctrl-Z and a lone Esc act at once, those already typed too; null ends that. */
    void reactBy(Reaction next) {
        synchronized (this) {
            reaction = next;
        }
        react();
    }

    /** Turns Enter keys typed ahead into line breaks, so that text typed before a stop waits to be edited. */
    synchronized void holdBack() {
        String typed = enterAsLineBreak(keys.substring(next).replaceAll("[\r\n]+$", ""));
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
            try {
                wait(left);
            } catch (InterruptedException stray) {
                throw new InterruptedIOException();
            }
        }
        return true;
    }

    private synchronized void waitForChange() {
        try {
            wait();
        } catch (InterruptedException stray) {
            // Nobody interrupts for this.
        }
    }

    private void skip(int count) {
        next += count;
        if (next == keys.length()) {
            forget();
        }
    }

    private void forget() {
        keys.setLength(0);
        next = 0;
    }
}
