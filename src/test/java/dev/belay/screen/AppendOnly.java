package dev.belay.screen;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The promise that output only ever grows: no row above the one being written is touched, the cursor never goes up, nothing
 * is cleared, asked or switched. It holds from the moment this is made; whoever may write to the terminal.
 */
public final class AppendOnly {
    private static final Set<Effect> FORBIDDEN = EnumSet.of(
            Effect.CURSOR_UP,
            Effect.CURSOR_DOWN,
            Effect.CURSOR_TO,
            Effect.EARLIER_ROW,
            Effect.CLEAR,
            Effect.EDIT_ROWS,
            Effect.SCROLL_REGION,
            Effect.ALTERNATE_SCREEN,
            Effect.QUERY,
            Effect.CLIPBOARD,
            Effect.DEVICE_STRING,
            Effect.CHARACTER_SET,
            Effect.RESET,
            Effect.BELL,
            Effect.CONTROL,
            Effect.UNKNOWN);

    private final Emulator terminal;
    private final Received before;

    private AppendOnly(Emulator terminal) {
        this.terminal = terminal;
        before = terminal.received().copy();
        terminal.screen().pen().startHere();
    }

    public static AppendOnly from(Emulator terminal) {
        return new AppendOnly(terminal);
    }

    public void assertKept() {
        Received since = terminal.received().minus(before);
        List<Effect> broken = new ArrayList<>();
        for (Effect effect : FORBIDDEN) {
            if (since.count(effect) > 0) {
                broken.add(effect);
            }
        }
        if (!broken.isEmpty()) {
            throw new AssertionError("output is to grow only, but there was " + broken + " among " + since + "\n"
                    + terminal.screen().picture());
        }
    }
}
