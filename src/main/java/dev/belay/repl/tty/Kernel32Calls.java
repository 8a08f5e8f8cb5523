package dev.belay.repl.tty;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jline.nativ.Kernel32;
import org.jline.nativ.Kernel32.CONSOLE_SCREEN_BUFFER_INFO;
import org.jline.nativ.Kernel32.INPUT_RECORD;
import org.jline.nativ.Kernel32.KEY_EVENT_RECORD;
import org.jline.terminal.Size;
import org.jline.terminal.spi.SystemStream;

/** The console of Windows itself, by JLine's library. Only there may this class be touched. */
final class Kernel32Calls implements ConsoleCalls {

    private static final int HAPPENED = 0;
    private static final int TIME_IS_OVER = 258;

    /** So many at once. */
    private static final int MOST = 256;

    /** Letting go of Alt ends a character that was typed by its number. */
    private static final short ALT = 0x12;

    private static long handle(SystemStream stream) {
        return Kernel32.GetStdHandle(
                switch (stream) {
                    case Input -> Kernel32.STD_INPUT_HANDLE;
                    case Output -> Kernel32.STD_OUTPUT_HANDLE;
                    case Error -> Kernel32.STD_ERROR_HANDLE;
                });
    }

    @Override
    public OptionalInt mode(SystemStream stream) {
        int[] bits = new int[1];
        return Kernel32.GetConsoleMode(handle(stream), bits) == 0 ? OptionalInt.empty() : OptionalInt.of(bits[0]);
    }

    @Override
    public void setMode(SystemStream stream, int bits) {
        Kernel32.SetConsoleMode(handle(stream), bits);
    }

    @Override
    public int alphabet() {
        return Kernel32.GetConsoleOutputCP();
    }

    @Override
    public void setAlphabet(int number) {
        Kernel32.SetConsoleOutputCP(number);
    }

    @Override
    public Size size(SystemStream stream) {
        CONSOLE_SCREEN_BUFFER_INFO info = new CONSOLE_SCREEN_BUFFER_INFO();
        boolean isKnown = Kernel32.GetConsoleScreenBufferInfo(handle(stream), info) != 0;
        return isKnown ? Size.of(info.windowWidth(), info.windowHeight()) : Size.of(0, 0);
    }

    @Override
    public List<Happening> happenings(int millis) throws IOException {
        long input = handle(SystemStream.Input);
        int result = Kernel32.WaitForSingleObject(input, millis);
        if (result == TIME_IS_OVER) {
            return List.of();
        }
        if (result != HAPPENED) {
            throw new IOException("the console has gone");
        }
        List<Happening> happenings = new ArrayList<>();
        for (INPUT_RECORD happened : Kernel32.readConsoleInputHelper(input, MOST, false)) {
            if (happened.eventType == INPUT_RECORD.KEY_EVENT) {
                add(happened.keyEvent, happenings);
            } else {
                boolean resizes = happened.eventType == INPUT_RECORD.WINDOW_BUFFER_SIZE_EVENT;
                happenings.add(new Happening((char) 0, resizes));
            }
        }
        return happenings;
    }

    /** A key that is held comes once, with how often. */
    private static void add(KEY_EVENT_RECORD key, List<Happening> happenings) {
        boolean types = key.keyDown || key.keyCode == ALT;
        int times = key.keyDown ? Math.max(1, key.repeatCount) : 1;
        for (int i = 0; i < times; i++) {
            happenings.add(new Happening(types ? key.uchar : 0, false));
        }
    }
}
