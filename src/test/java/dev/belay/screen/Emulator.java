package dev.belay.screen;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A whole terminal: what a program writes goes in, a screen comes out, and everything is counted. One thread. */
public final class Emulator {
    private final Received received = new Received();
    private final List<String> answers = new ArrayList<>();
    private final Screen screen;
    private final Utf8 decoder;

    public Emulator(int columns, int rows) {
        this(columns, rows, Widths.MODERN);
    }

    public Emulator(int columns, int rows, Widths widths) {
        this(columns, rows, widths, answer -> {});
    }

    /** @param keyboard takes what the terminal answers to the program's questions */
    public Emulator(int columns, int rows, Widths widths, Consumer<String> keyboard) {
        screen = new Screen(columns, rows, widths, received);
        Vt vt = new Vt(screen, received, answer -> {
            answers.add(answer);
            keyboard.accept(answer);
        });
        decoder = new Utf8(vt::accept);
    }

    /** What a program writes while the line discipline passes it on as it is: a new line needs {@code \r\n}. */
    public Emulator write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return write(bytes, bytes.length);
    }

    public Emulator write(byte[] bytes, int length) {
        received.bytes(length);
        decoder.feed(bytes, length);
        return this;
    }

    /** What a program writes to a terminal as it usually is: each {@code \n} goes to the beginning of the next line. */
    public Emulator print(String text) {
        return write(text.replace("\n", "\r\n"));
    }

    public Screen screen() {
        return screen;
    }

    /** Everything that came so far, by kind. */
    public Received received() {
        return received;
    }

    /** What the terminal has answered to the program's questions. */
    public List<String> answers() {
        return answers;
    }
}
