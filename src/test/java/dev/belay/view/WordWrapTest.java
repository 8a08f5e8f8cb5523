package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
