package dev.belay.screen;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A whole terminal without a program in it: bytes or text go in, a screen comes out. One thread. */
public final class Emulator {
    private final Screen screen;
    private final List<String> answers = new ArrayList<>();
    private final Utf8 decoder;

    public Emulator(int columns, int rows) {
        screen = new Screen(columns, rows);
        Vt vt = new Vt(screen, answers::add);
        decoder = new Utf8(vt::accept);
    }

    /** What a program writes while the line discipline passes it on as it is: a new line needs {@code \r\n}. */
    public Emulator write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return write(bytes, bytes.length);
    }

    public Emulator write(byte[] bytes, int length) {
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

    /** What the terminal has answered to the program's questions. */
    public List<String> answers() {
        return answers;
    }
}
