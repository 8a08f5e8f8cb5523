package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees as one character is one, and takes as many cells as terminals give it. */
class CellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "e\u0301",
                "a\u0301\u0302\u0303",
                "漢",
                "👍",
                "👍🏽",
                "👨‍👩‍👧‍👦",
                "🏳️‍🌈",
                "❤️",
                "🇩🇪",
                "1️⃣",
                "#️⃣",
                "한",
                "ᄒ\u1161\u11AB",
                "カ\u3099",
                "ก็",
                "क्",
                "☝🏿",
                "\t",
                "\n",
                " ",
                "\uD800",
                "🏴\u200D☠\uFE0F"
            })
    void is_one_character(String text) {
        assertEquals(text.length(), Cells.end(text, 0));
        assertEquals(text.length(), Cells.end(text + "x", 0), "with a letter behind it");
    }

    @ParameterizedTest
    @CsvSource({"ab, 1", "漢字, 1", "🇩🇪🇫🇷, 4", "🇩a, 2", "a🏳, 1", "é́x, 2", "a\u200Db, 2", "👍👍, 2", "1a, 1"})
    void ends_before_the_next_one(String text, int end) {
        assertEquals(end, Cells.end(text, 0), text);
    }

    @Test
    void a_line_feed_takes_no_marks() {
        assertEquals(1, Cells.end("\n\u0301", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "a, 1, 1",
        "é, 1, 1",
        "e\u0301, 1, 1",
        "漢, 2, 2",
        "한, 2, 2",
        "ᄒ\u1161\u11AB, 2, 2",
        "👍, 2, 2",
        "👍🏽, 2, 4",
        "👨‍👩‍👧, 2, 6",
        "🇩🇪, 2, 2",
        "❤️, 2, 1",
        "1️⃣, 2, 1",
        "ﾊ, 1, 1",
        "Ａ, 2, 2",
        "\u200B, 0, 0",
        "…, 1, 1",
        "→, 1, 1",
        "█, 1, 1"
    })
    void takes_so_many_cells_on_newer_terminals_and_so_many_on_older_ones(String text, int newer, int older) {
        assertEquals(newer, Cells.clusterWidth(text, 0, text.length()), text);
        assertEquals(older, Cells.singly(text, 0, text.length()), text);
        assertEquals(newer, Cells.width(text), text);
    }

    @Test
    void no_character_is_endless() {
        String marks = "a" + "\u0301".repeat(10_000);
        assertTrue(Cells.end(marks, 0) < 100);
        String family = "👨\u200D".repeat(10_000);
        assertTrue(Cells.end(family, 0) < 200);
    }

    @Test
    void every_text_is_walked_through_in_whole_code_points() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 37) {
            String text = "a" + Character.toString(c) + "\u0301b";
            int at = 0;
            while (at < text.length()) {
                int end = Cells.end(text, at);
                assertTrue(end > at && end <= text.length());
                assertTrue(
                        end == text.length()
                                || !Character.isLowSurrogate(text.charAt(end))
                                || Character.isSurrogate((char) c),
                        Integer.toHexString(c));
                int width = Cells.clusterWidth(text, at, end);
                assertTrue(width >= 0 && width <= 2, Integer.toHexString(c) + " takes " + width);
                at = end;
            }
        }
    }

    @Test
    void what_does_not_fit_is_cut_between_characters() {
        assertEquals("abc", Cells.fitted("abc", 3, "…"));
        assertEquals("ab…", Cells.fitted("abcd", 3, "…"));
        assertEquals("漢…", Cells.fitted("漢字漢", 4, "…"));
        assertEquals("👍🏽…", Cells.fitted("👍🏽👍🏽", 3, "…"));
    }

    @Test
    void linesAreBrokenAtBlanksAndWordsStayWhole() {
        assertEquals(
                List.of("one two", "three", "a-longer-word-than-that", "x"),
                Cells.wrapped("one two three a-longer-word-than-that x", 8));
        assertEquals(List.of("信号 信", "号"), Cells.wrapped("信号 信 号", 7));
        assertEquals(List.of(""), Cells.wrapped("", 8));
    }
}
