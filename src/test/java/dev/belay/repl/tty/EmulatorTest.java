package dev.belay.repl.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorTest {

    private static final String ITERM = "\u001b]9;hi, you\u0007";
    private static final String RXVT = "\u001b]777;notify;belay;hi, you\u0007";

    private static Emulator of(String type) {
        return new Emulator(type, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xterm",
                "xterm-256color",
                "tmux-256color",
                "alacritty",
                "foot",
                "xterm-kitty",
                "wezterm",
                "xterm-ghostty",
                "rxvt-unicode-256color",
                "vte-256color"
            })
    void theseGiveATitleBack(String type) {
        assertTrue(of(type).knowsTitles());
    }

    @Test
    void tmuxGivesATitleBackUnderEitherName() {
        assertTrue(new Emulator("screen-256color", "/tmp/tmux-0/default,1,0").knowsTitles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dumb", "linux", "vt100", "", "unknown", "screen.xterm-256color"})
    void ofOthersItIsNotKnown(String type) {
        assertFalse(of(type).knowsTitles());
    }

    @Test
    void aTitleIsOneLineAndSteersNothing() {
        assertEquals(
                "\u001b[22;0t\u001b]2;belay: one two ^[]2;x^G\u001b\\",
                of("xterm").titled(" one\n\ttwo \u001b]2;x\u0007"));
        String cut = of("xterm").titled("😀".repeat(1000));
        assertTrue(cut.endsWith("😀…\u001b\\") && cut.length() < 90, cut);
    }

    @Test
    void aNoticeIsSaidInTheWayThatTheTerminalKnowsAndNotTwice() {
        assertEquals(ITERM + RXVT, of("xterm-256color").noticed("hi; you"));
        assertEquals(ITERM, of("xterm-kitty").noticed("hi; you"));
        assertEquals(RXVT, of("foot").noticed("hi; you"));
    }

    @Test
    void tmuxIsAskedToHandItOn() {
        String wrapped = "\u001bPtmux;\u001b" + ITERM + "\u001b" + RXVT + "\u001b\\";
        assertEquals(wrapped, of("tmux-256color").noticed("hi; you"));
        assertEquals(wrapped, new Emulator("screen-256color", "/tmp/tmux-0/default,1,0").noticed("hi; you"));
    }
}
