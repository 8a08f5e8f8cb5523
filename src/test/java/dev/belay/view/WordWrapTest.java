package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordWrapTest {

    private static String wrapped(int columns, String... pieces) {
        WordWrap wrap = new WordWrap(() -> columns);
        StringBuilder shown = new StringBuilder();
        for (String piece : pieces) {
            shown.append(wrap.next(piece));
        }
        return shown + wrap.rest();
    }

    @ParameterizedTest
    @CsvSource({
        "'one two three', 'one two|three'",
        "'one two th', 'one two th'",
        "'one two thr', 'one two|thr'",
        "'one  two', 'one  two'",
        "'  one', '  one'",
        "'unbreakable12 x', 'unbreakable12 x'",
        "'a unbreakable12', 'a|unbreakable12'",
        "'unbreakable123456789 x', 'unbreakable123456789|x'",
        "'1234567890123456\u4fe1\u53f7 a bc', '1234567890123456\u4fe1\u53f7|a bc'",
        "'a\tb', 'a\tb'",
        "'\t\ta', '\t\ta'",
        "'a\tbc', 'a\tbc'",
        "'a\tbcd', 'a|bcd'",
        "'a \t\tb', 'a \t\tb'",
        "'12345678 \u4fe1\u53f7', '12345678|\u4fe1\u53f7'",
        "'\u4fe1\u53f7\u4fe1\u53f7\u4fe1\u53f7', '\u4fe1\u53f7\u4fe1\u53f7\u4fe1|\u53f7'",
        "'', ''"
    })
    void lines_of_ten_cells_end_between_words_however_the_text_is_cut(String text, String lines) {
        String expected = lines.replace('|', '\n');
        assertEquals(expected, wrapped(10, text));
        assertEquals(expected, wrapped(10, text.split("")));
        for (int cut = 0; cut < text.length(); cut++) {
            assertEquals(expected, wrapped(10, text.substring(0, cut), text.substring(cut)), "cut at " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d\udc69\u200d\ud83d\udcbb",
                "\u2764\ufe0f\u200d\ud83d\udd25",
                "\ud83d\udc4d\ud83c\udffd",
                "\ud83c\uddf5\ud83c\uddf9",
                "\u4fe1\ufe00"
            })
    void no_break_falls_inside_of_a_character(String character) {
        for (int before = 1; before < 25; before++) {
            for (String begin : List.of("x".repeat(before), "x ".repeat(before))) {
                String text = begin + character + character;
                String lines = wrapped(
                        10, text.codePoints().mapToObj(Character::toString).toArray(String[]::new));
                assertEquals(wrapped(10, text), lines, text);
                assertEquals(2, lines.split(character, -1).length - 1, lines);
            }
        }
    }

    @Test
    void a_word_that_fits_in_no_line_is_shown_as_it_comes() {
        WordWrap wrap = new WordWrap(() -> 10);
        assertEquals("a", wrap.next("a 123456789"));
        assertEquals("", wrap.next("0"), "it may still fit");
        assertEquals("\n1234567890", wrap.next("a"));
        assertEquals("abcd", wrap.next("bcde"));
        assertEquals("e", wrap.next(" f"));
        assertEquals(" f", wrap.rest());
    }

    @Test
    void what_takes_no_cells_is_not_kept_for_ever() {
        String nothing = "\u200b".repeat(100);
        WordWrap wrap = new WordWrap(() -> 10);
        int shown = 0;
        for (int i = 0; i < 100; i++) {
            shown += wrap.next(nothing).length();
        }
        assertTrue(shown > 9000, "only " + shown + " of 10000 are shown");
    }

    @Test
    void where_no_width_is_known_all_is_shown_as_it_is_and_at_once() {
        WordWrap wrap = new WordWrap(() -> 0);
        assertEquals("one two\tth", wrap.next("one two\tth"));
        assertEquals("ree ", wrap.next("ree "));
        assertEquals("", wrap.rest());
    }

    @Test
    void line_breaks_of_the_text_stay() {
        assertEquals("one\n\n  two\nthree", wrapped(10, "one\n\n  two\nthree"));
        assertEquals("123456789\n12345", wrapped(10, "123456789\n12345"));
    }

    @Test
    void a_word_is_shown_once_it_is_whole() {
        WordWrap wrap = new WordWrap(() -> 10);
        assertEquals("one", wrap.next("one tw"));
        assertEquals(" two", wrap.next("o "));
        assertEquals("", wrap.rest());
        assertEquals("next", wrap.next("next "), "at the begin of a line");
    }
}
