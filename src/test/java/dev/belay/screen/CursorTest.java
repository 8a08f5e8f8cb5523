package dev.belay.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorTest {
    private final Emulator terminal = new Emulator(10, 3);
    private final Screen screen = terminal.screen();

    @ParameterizedTest(name = "after a full line, {0}")
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "\\bX|01234567X9",
                "\\rX|X123456789",
                "\\e[1DX|01234567X9",
                "\\e[3GX|01X3456789",
                "\\e[KX|012345678X",
                "\\e[1XX|012345678X",
                "\\e[10GX|012345678X",
                "\\tX|0123456789/X",
                "\\e[1mX|0123456789/X",
                "\\nX|0123456789/         X",
                "\\r\\nX|0123456789/X",
                "\\e7\\e[1;1H\\e8X|0123456789/X",
                "\\e[CX|012345678X",
            })
    void a_pending_wrap_is_given_up_by_what_moves_or_erases_and_by_nothing_else(String output, String expected) {
        terminal.write("0123456789"
                + output.replace("\\e", "\033")
                        .replace("\\b", "\b")
                        .replace("\\r", "\r")
                        .replace("\\n", "\n")
                        .replace("\\t", "\t"));
        assertEquals(List.of(expected.split("/")), screen.lines());
    }

    @Test
    void tabs_stop_at_every_eighth_column_and_at_the_last() {
        Emulator wide = new Emulator(20, 2);
        wide.write("a\tb\t\t\tc");
        assertEquals("a       b          c", wide.screen().text());
    }

    @Test
    void a_region_scrolls_alone_and_full_scrolling_is_remembered() {
        terminal.print("1\n2\n3\033[1;2r\033[2;1H\nx");
        assertEquals(List.of("1", "2", "x", "3"), screen.lines());
    }

    @Test
    void the_alternate_screen_leaves_the_other_as_it_was() {
        terminal.print("main\033[?1049h\033[Hother");
        assertEquals(List.of("other"), screen.lines());
        assertTrue(screen.alternate());
        terminal.print("\033[?1049l!");
        assertEquals(List.of("main!"), screen.lines());
        assertEquals(2, terminal.received().count(Effect.ALTERNATE_SCREEN));
    }

    @Test
    void a_resize_in_mid_stream_loses_nothing() {
        terminal.print("1\n2\n3\n0123456789");
        screen.resize(6, 2);
        terminal.print("\nnext");
        screen.resize(30, 5);
        terminal.print(" one");
        assertEquals(List.of("1", "2", "3", "0123456789", "next one"), screen.lines());
    }

    @Test
    void c1_controls_are_obeyed_as_xterm_does() {
        terminal.print("abc\u009B2D\u009BKx\u009D0;title\u009C");
        assertEquals("ax", screen.text());
        assertEquals("title", screen.title());
    }

    @Test
    void a_broken_off_sequence_does_not_swallow_what_follows() {
        terminal.print("a\033[12\030b\033]0;t\033[1mc\033P\033[\rd");
        assertEquals("abc", screen.text());
        assertEquals("", screen.title());
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "x|CHARACTER",
                "\\e[6n|QUERY",
                "\\e[c|QUERY",
                "\\e[>c|QUERY",
                "\\e[>q|QUERY",
                "\\e[?u|QUERY",
                "\\eZ|QUERY",
                "\\e]11;?\\a|QUERY",
                "\\e[?2026$p|QUERY",
                "\\e[18t|QUERY",
                "\\e[22;0t|TITLE",
                "\\e[23;0t|TITLE",
                "\\e[2J|CLEAR",
                "\\e[3J|CLEAR",
                "\\e[J|ERASE_BELOW",
                "\\e[K|ERASE_IN_LINE",
                "\\e[5;1H|CURSOR_TO",
                "\\e[5;1H\\e[A|CURSOR_UP",
                "\\e[B|CURSOR_DOWN",
                "\\e[C|CURSOR_ACROSS",
                "\\e]52;c;eA==\\a|CLIPBOARD",
                "\\e]0;t\\a|TITLE",
                "\\e]2;t\\e\\\\|TITLE",
                "\\e]8;;u\\a|LINK",
                "\\e]9;hi\\a|OTHER_COMMAND",
                "\\ePq\\e\\\\|DEVICE_STRING",
                "\\e_x\\e\\\\|DEVICE_STRING",
                "\\a|BELL",
                "\\ec|RESET",
                "\\e#8|RESET",
                "\\e[!p|RESET",
                "\\e(0|CHARACTER_SET",
                "\\e[?1049h|ALTERNATE_SCREEN",
                "\\e[?25l|MODE",
                "\\e[1m|STYLE",
                "\\e[P|EDIT_LINE",
                "\\e[L|EDIT_ROWS",
                "\\e[>4;1m|UNKNOWN",
            })
    void everything_is_counted_by_its_kind(String output, Effect effect) {
        Received before = terminal.received().copy();
        terminal.write(output.replace("\\e", "\033").replace("\\a", "\007").replace("\\\\", "\\"));
        assertEquals(
                1,
                terminal.received().minus(before).count(effect),
                terminal.received().toString());
        assertEquals("", effect == Effect.CHARACTER ? "" : screen.text());
    }

    @Test
    void ten_megabytes_go_through_in_linear_time() {
        assertTrue(seconds(40) < 8 * Math.max(0.2, seconds(10)));
    }

    private static double seconds(int rounds) {
        Emulator terminal = new Emulator(80, 24);
        String page = "The \033[1mquick\033[0m brown fox 漢字 jumps over the lazy dog 👍🏽.\r\n".repeat(1000);
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            terminal.write(page);
        }
        assertFalse(terminal.screen().lines().isEmpty());
        return (System.nanoTime() - start) / 1e9;
    }
}
