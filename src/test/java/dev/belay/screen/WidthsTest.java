package dev.belay.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthsTest {
    private static final String SEQUENCES = "👨‍👩‍👧 👍🏽 🇩🇪 ❤\uFE0F é 漢";

    @ParameterizedTest(name = "{0}: modern {1}, classic {2}")
    @CsvSource({
        "a, 1, 1",
        "é, 1, 1",
        "e\u0301, 1, 1",
        "漢, 2, 2",
        "한, 2, 2",
        "\u1112\u1161\u11AB, 2, 2",
        "Ａ, 2, 2",
        "ｱ, 1, 1",
        "…, 1, 1",
        "·, 1, 1",
        "│, 1, 1",
        "→, 1, 1",
        "😀, 2, 2",
        "👍🏽, 2, 4",
        "👨‍👩‍👧, 2, 6",
        "🇩🇪, 2, 2",
        "🇩🇪🇫🇷, 4, 4",
        "❤\uFE0F, 2, 1",
        "❤, 1, 1",
        "1\uFE0F\u20E3, 2, 1",
        "☝🏿, 2, 3",
        "🏴‍☠\uFE0F, 2, 3",
        "a\u200Bb, 2, 2",
        "x\u0300\u0301\u0302, 1, 1",
        "✅, 2, 2",
        "⏹, 1, 1",
        "⚠\uFE0F, 2, 1",
        "'\u3000', 2, 2",
        "𠀀, 2, 2",
        "नी, 2, 2",
    })
    void a_character_takes_its_cells(String text, int modern, int classic) {
        assertEquals(
                modern, new Emulator(20, 2, Widths.MODERN).write(text).screen().cursorColumn(), "modern");
        assertEquals(
                classic,
                new Emulator(20, 2, Widths.CLASSIC).write(text).screen().cursorColumn(),
                "classic");
    }

    @Test
    void a_sequence_is_read_back_as_it_was_written() {
        assertEquals(
                SEQUENCES + "|",
                new Emulator(40, 2).write(SEQUENCES + "|").screen().text());
        assertEquals(
                SEQUENCES + "|",
                new Emulator(40, 2, Widths.CLASSIC)
                        .write(SEQUENCES + "|")
                        .screen()
                        .text());
    }

    @Test
    void a_wide_character_that_does_not_fit_goes_to_the_next_row_and_nothing_is_copied_in_between() {
        Screen screen = new Emulator(5, 3).write("abcd漢x").screen();
        assertEquals(List.of("abcd", "漢x"), screen.lines());
        assertEquals(List.of("abcd漢x"), screen.copied());
    }

    @Test
    void a_mark_belongs_to_the_character_in_the_last_column_while_the_wrap_is_pending() {
        Screen screen = new Emulator(3, 3).write("abe\u0301x").screen();
        assertEquals(List.of("abe\u0301", "x"), screen.lines());
    }

    @Test
    void a_character_that_becomes_wide_in_the_last_column_goes_to_the_next_row() {
        Screen screen = new Emulator(3, 3).write("ab❤\uFE0Fx").screen();
        assertEquals(List.of("ab", "❤\uFE0Fx"), screen.lines());
    }

    @Test
    void half_of_a_wide_character_does_not_stay() {
        assertEquals(" x", new Emulator(9, 2).write("漢\bx").screen().text());
        assertEquals("x a", new Emulator(9, 2).write("漢a\rx").screen().text());
    }

    @Test
    void marks_without_end_stay_on_their_character_and_cost_little() {
        Screen screen =
                new Emulator(9, 2).write("a" + "\u0301".repeat(300_000) + "b").screen();
        assertEquals(2, screen.cursorColumn());
    }
}
