package dev.belay.repl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.function.IntPredicate;
import org.jline.utils.NonBlockingReader;

/**
 * The keys, as the line editor reads them, with those typed ahead in front.
 *
 * <p>While an answer streams a watcher reads them, because a lone Esc has to be noticed; all others wait here for the next
 * prompt. Nobody reads unless a key is there, so no reader is ever left behind that would swallow one. Any thread may
 * call.
 */
final class Keyboard extends NonBlockingReader {

    private static final char ESCAPE = 27;

    /** A key that sends an escape sequence sends it at once; what follows later is another key. */
    private static final int ALONE_MILLIS = 25;

    private static final int SLICE_MILLIS = 50;

    private final InputStream in;
    private final IntPredicate readyWithin;
    private final CharsetDecoder decoder;

    // Guarded by this.
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    private final StringBuilder ahead = new StringBuilder();
    private int next;
    private boolean ended;

    private volatile Watch watch;

    /**
     * @param in the keys' bytes
     * @param readyWithin whether a byte is there within so many milliseconds
     */
    Keyboard(InputStream in, IntPredicate readyWithin, Charset charset) {
        this.in = in;
        this.readyWithin = readyWithin;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    protected int read(long timeout, boolean isPeek) throws IOException {
        long end = timeout > 0 ? System.nanoTime() + timeout * 1_000_000 : Long.MAX_VALUE;
        while (!hasNext()) {
            long left = end == Long.MAX_VALUE ? SLICE_MILLIS : (end - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                return READ_EXPIRED;
            }
            if (readyWithin.test((int) Math.min(left, SLICE_MILLIS))) {
                fill();
            }
        }
        return take(isPeek);
    }

    private synchronized boolean hasNext() {
        return next < ahead.length() || ended;
    }

    private synchronized int take(boolean isPeek) {
        if (next >= ahead.length()) {
            return EOF;
        }
        char c = ahead.charAt(next);
        next += isPeek ? 0 : 1;
        if (next == ahead.length()) {
            forget();
        }
        return c;
    }

    private void forget() {
        ahead.setLength(0);
        next = 0;
    }

    @Override
    public int readBuffered(char[] chars, int off, int len, long timeout) throws IOException {
        int first = read(timeout, true);
        return first < 0 ? first : takeSome(chars, off, len);
    }

    private synchronized int takeSome(char[] chars, int off, int len) {
        int count = Math.min(len, ahead.length() - next);
        ahead.getChars(next, next + count, chars, off);
        next += count;
        if (next == ahead.length()) {
            forget();
        }
        return count;
    }

    /** Reads what is there; only called when something is. */
    private synchronized void fill() throws IOException {
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
            return;
        }
        bytes.position(bytes.position() + count).flip();
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        decoder.decode(bytes, chars, false);
        bytes.compact();
        ahead.append(chars.flip());
    }

    /** Ends the input, as a terminal that went away does: a waiting reader is told within a moment. */
    synchronized void end() {
        ended = true;
    }

    /** Reads along until the watch is stopped; a lone Esc is told and taken away. */
    Watch watch(Runnable onEscape) {
        Watch begun = new Watch(onEscape);
        watch = begun;
        Thread thread = new Thread(begun, "belay-keys");
        thread.setDaemon(true);
        thread.start();
        return begun;
    }

    /** Takes the Enter keys out of what was typed ahead, so that text typed before a stop waits to be edited. */
    synchronized void holdBack() throws IOException {
        while (!ended && readyWithin.test(0)) {
            fill();
        }
        String typed = ahead.substring(next).replaceAll("[\\r\\n]+$", "").replaceAll("\\r\\n?|\\n", "\u001b\r");
        forget();
        ahead.append(typed);
    }

    /** One spell of reading along. */
    final class Watch implements Runnable {
        private final Runnable onEscape;

        private Watch(Runnable onEscape) {
            this.onEscape = onEscape;
        }

        @Override
        public void run() {
            try {
                while (watch == this) {
                    if (readyWithin.test(SLICE_MILLIS) && look() && !readyWithin.test(ALONE_MILLIS) && takeEscape()) {
                        onEscape.run();
                    }
                }
            } catch (IOException gone) {
                end();
            }
        }

        /** True when what is there ends in an Esc, alone or as the begin of more. */
        private boolean look() throws IOException {
            synchronized (Keyboard.this) {
                if (watch != this || ended) {
                    stop();
                    return false;
                }
                fill();
                return endsInEscape();
            }
        }

        private boolean takeEscape() {
            synchronized (Keyboard.this) {
                boolean alone = watch == this && endsInEscape();
                if (alone) {
                    ahead.setLength(ahead.length() - 1);
                }
                return alone;
            }
        }

        private boolean endsInEscape() {
            int last = ahead.length() - 1;
            return last >= next && ahead.charAt(last) == ESCAPE;
        }

        /** From here on all keys are the next reader's. */
        void stop() {
            synchronized (Keyboard.this) {
                if (watch == this) {
                    watch = null;
                }
            }
        }
    }
}
