package dev.belay.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.impl.jni.JniNativePty;

/** Types at a terminal once the right words are on it. */
final class Typist {
    private final StringBuilder screen = new StringBuilder();
    private final OutputStream keys;

    Typist(JniNativePty pty) throws IOException {
        keys = pty.getMasterOutput();
        InputStream drawn = pty.getMasterInput();
        Thread reader = new Thread(() -> read(drawn));
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream drawn) {
        byte[] bytes = new byte[1 << 12];
        try {
            for (int count = drawn.read(bytes); count >= 0; count = drawn.read(bytes)) {
                synchronized (screen) {
                    screen.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
                    screen.notifyAll();
                }
            }
        } catch (IOException left) {
            // The program has closed its terminal.
        }
    }

    void after(String words, String typed) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        synchronized (screen) {
            while (screen.indexOf(words) < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("training: waited for “" + words + "”, saw\n" + screen);
                }
                screen.wait(left);
            }
            screen.delete(0, screen.indexOf(words) + words.length());
        }
        keys.write(typed.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }
}
