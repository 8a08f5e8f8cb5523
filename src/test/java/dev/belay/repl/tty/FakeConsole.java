package dev.belay.repl.tty;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jline.terminal.Size;
import org.jline.terminal.spi.SystemStream;

/** A console of Windows that remembers what it was told, and at which nobody types but the test. */
final class FakeConsole implements ConsoleCalls {

    final Map<SystemStream, Integer> modes = new EnumMap<>(SystemStream.class);
    int alphabet = 850;
    boolean gone;
    private final Deque<List<Happening>> toCome = new ArrayDeque<>();

    /** What is there at once the next time that somebody asks. */
    FakeConsole typed(String keys) {
        List<Happening> happenings = new ArrayList<>();
        keys.chars().forEach(c -> happenings.add(new Happening((char) c, false)));
        toCome.add(happenings);
        return this;
    }

    FakeConsole resized() {
        toCome.add(List.of(new Happening((char) 0, true)));
        return this;
    }

    @Override
    public OptionalInt mode(SystemStream stream) {
        return modes.containsKey(stream) ? OptionalInt.of(modes.get(stream)) : OptionalInt.empty();
    }

    @Override
    public void setMode(SystemStream stream, int bits) {
        modes.put(stream, bits);
    }

    @Override
    public int alphabet() {
        return alphabet;
    }

    @Override
    public void setAlphabet(int number) {
        alphabet = number;
    }

    @Override
    public Size size(SystemStream stream) {
        return Size.of(100, 30);
    }

    @Override
    public List<Happening> happenings(int millis) throws IOException {
        if (gone) {
            throw new IOException("gone");
        }
        List<Happening> now = toCome.poll();
        return now == null ? idle(millis) : now;
    }

    /** As the console itself: nothing takes all of the time. */
    private synchronized List<Happening> idle(int millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000L;
        try {
            for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException stray) {
            throw new IOException(stray);
        }
        return List.of();
    }
}
