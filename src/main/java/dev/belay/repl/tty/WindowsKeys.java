package dev.belay.repl.tty;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The keys of a console of Windows as the bytes that a terminal elsewhere sends for them. As there, a read that returns
 * nothing means that no key was pressed for a tenth of a second. Lives on the keyboard's thread.
 */
final class WindowsKeys extends InputStream {

    private static final int PAUSE_MILLIS = 100;

    private final ConsoleCalls console;
    private final Runnable resized;
    private final StringBuilder typed = new StringBuilder();
    private byte[] bytes = {};
    private int next;

    /** @param resized run when the window has another size */
    WindowsKeys(ConsoleCalls console, Runnable resized) {
        this.console = console;
        this.resized = resized;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        while (read(one, 0, 1) == 0) {
            // Waits on.
        }
        return one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (next == bytes.length) {
            await();
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, offset, count);
        next += count;
        return count;
    }

    /** A key that is let go of is none, and no reason to say that none came. */
    private void await() throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        bytes = new byte[0];
        next = 0;
        for (int left = PAUSE_MILLIS; bytes.length == 0 && left > 0; left = millisTo(end)) {
            for (ConsoleCalls.Happening happening : console.happenings(left)) {
                take(happening);
            }
            bytes = whole().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static int millisTo(long end) {
        return (int) TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    private void take(ConsoleCalls.Happening happening) {
        if (happening.resizes()) {
            resized.run();
        }
        if (happening.typed() != 0) {
            typed.append(happening.typed());
        }
    }

    /** What was typed so far, but for the first half of a character that comes in two. */
    private String whole() {
        int end = typed.length();
        if (end > 0 && Character.isHighSurrogate(typed.charAt(end - 1))) {
            end--;
        }
        String whole = typed.substring(0, end);
        typed.delete(0, end);
        return whole;
    }
}
