package dev.belay.repl.tty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads what is pressed, as it is pressed, and hands it to the keyboard. What it reads belongs to its own thread. */
final class KeyReader implements Runnable {

    /** So many empty reads at once mean that the terminal is gone. */
    private static final int GONE = 10;

    private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final Keyboard keyboard;
    private final Lease lease;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

    // Guarded by this.
    private @Nullable Runnable quiet;

    KeyReader(InputStream in, Charset charset, Keyboard keyboard, Lease lease) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.keyboard = keyboard;
        this.lease = lease;
    }

    void start() {
        Thread thread = new Thread(this, "belay-keys");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            for (int empty = 0; empty < GONE; ) {
                lease.rest();
                long begin = System.nanoTime();
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                if (count > 0) {
                    empty = 0;
                    keyboard.react(decoded(count));
                } else if (keyboard.isClosed()) {
                    return;
                } else {
                    empty = System.nanoTime() - begin < AT_ONCE_NANOS ? empty + 1 : 0;
                    beQuiet();
                    keyboard.paused();
                }
            }
        } catch (IOException closed) {
            // As good as gone, which is said below.
        } finally {
            keyboard.gone();
        }
    }

    /** Does this once, in the first moment in which no key is pressed. */
    synchronized void whenQuiet(Runnable action) {
        quiet = action;
    }

    /** Aside: a key that comes meanwhile must not wait for it. */
    private void beQuiet() {
        Runnable action = takeQuiet();
        if (action != null) {
            Thread thread = new Thread(action, "belay-quiet");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private synchronized @Nullable Runnable takeQuiet() {
        Runnable action = quiet;
        quiet = null;
        return action;
    }

    private String decoded(int count) {
        bytes.position(bytes.position() + count).flip();
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        decoder.decode(bytes, chars, false);
        bytes.compact();
        return chars.flip().toString();
    }
}
