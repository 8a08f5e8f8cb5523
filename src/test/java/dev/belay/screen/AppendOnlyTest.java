package dev.belay.screen;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {
    private final Emulator terminal = new Emulator(20, 4);

    private AppendOnly begun() {
        terminal.print("\033[2J\033[Hone\ntwo\n");
        return AppendOnly.from(terminal);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "\\e[A|CURSOR_UP", "\\e[F|CURSOR_UP", "\\eM|CURSOR_UP", "\\e[1;1Hx|EARLIER_ROW", "\\e[2J|CLEAR",
                        "\\e[3J|CLEAR", "\\e[?1049h|ALTERNATE_SCREEN", "\\e[6n|QUERY", "\\e[c|QUERY",
                "\\e[>q|QUERY", "\\e[H|CURSOR_TO", "\\e7|CURSOR_TO", "\\e[L|EDIT_ROWS", "\\e[1;2r|SCROLL_REGION",
                        "\\ec|RESET", "\\a|BELL", "\\e]52;c;\\a|CLIPBOARD", "\\ePx\\e\\\\|DEVICE_STRING",
            })
    void anything_else_than_growing_is_noticed(String output, String effect) {
        AppendOnly promise = begun();
        terminal.print("three" + output.replace("\\e", "\033").replace("\\a", "\007"));
        String said = assertThrows(AssertionError.class, promise::assertKept).getMessage();
        assertTrue(said.contains(effect), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a\nb\nc\nd\ne\nf",
                "a long line that is wrapped by the terminal and goes on\nx",
                "draft\r\033[Kfinal\n",
                "ab\b\033[Kc\n",
                "\033[1;38;5;3mx\033[0m\n",
                "\033]8;;https://a.example\033\\x\033]8;;\033\\\n",
                "a\tb\033[3Gc\033[2D\033[2X\n",
                "x\033[J\n",
                "漢字👍🏽 e\u0301\n",
            })
    void whatever_grows_may_come(String output) {
        AppendOnly promise = begun();
        terminal.print(output).print(output);
        assertDoesNotThrow(promise::assertKept);
    }

    @Test
    void what_came_before_is_not_asked_about() {
        terminal.print("1\n2\n3\033[H\033[6n");
        assertDoesNotThrow(AppendOnly.from(terminal)::assertKept);
    }
}
