package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.AppendOnly;
import dev.belay.screen.Look;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer that is stopped in the middle: what came is there once, and what was open is closed. */
class CutOffTest {

    private static String looks(String answer) throws IOException {
        return new Rendering(Rendering.COLOURED, 60)
                .add(Cuts.characters(answer))
                .cut()
                .looks();
    }

    /** Cells that are broken stand beside one another. */
    private static String sorted(String letters) {
        return letters.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @EnumSource
    void wherever_it_is_stopped_nothing_is_lost_and_nothing_is_there_twice(Blocks block) throws IOException {
        for (int columns : new int[] {16, 60}) {
            for (int end = 1; end <= block.text.length(); end++) {
                String came = block.text.substring(0, end);
                Rendering rendering = new Rendering(Rendering.COLOURED, columns);
                AppendOnly promise = AppendOnly.from(rendering.terminal());
                rendering.add(Cuts.random(came, end)).cut();
                promise.assertKept();
                String seen = Blocks.letters(rendering.text());
                boolean isTask = came.contains("[x] ");
                String wanted = Blocks.letters(isTask ? came.replace("[x]", "") : came);
                assertEquals(
                        block == Blocks.TABLE ? sorted(wanted) : wanted,
                        block == Blocks.TABLE ? sorted(seen) : seen,
                        () -> came + "\nis\n" + rendering.text());
                assertEquals(Look.PLAIN, rendering.terminal().screen().look(), came);
                assertEquals(0, rendering.terminal().screen().cursorColumn(), came);
            }
        }
    }

    @Test
    void emphasis_is_closed_and_its_signs_are_not_seen() throws IOException {
        assertEquals("so ‹b›very bo‹/›", looks("so **very bo").strip());
        assertEquals("so ‹i›very‹/› ‹b i›bold‹/›", looks("so *very **bold").strip());
        assertEquals("so", looks("so **").strip());
        assertEquals("so ‹s›old‹/›", looks("so ~~old").strip());
        assertEquals("so ‹cyan›int x‹/›", looks("so `int x").strip());
    }

    @Test
    void a_star_that_is_none_of_emphasis_stays() throws IOException {
        assertEquals("2*3", looks("2*3").strip());
        assertEquals("2 * 3", looks("2 * 3").strip());
    }

    @Test
    void a_fence_gets_its_lower_edge() throws IOException {
        List<String> lines = looks("```java\nint x").lines().toList();
        assertEquals("‹dim›─── java‹/›", lines.get(0));
        assertEquals("‹cyan›int‹/› x", lines.get(1));
        assertEquals("‹dim›───‹/›", lines.get(2));
    }

    @Test
    void a_fence_of_which_only_the_first_line_came_is_a_fence() throws IOException {
        assertEquals("‹dim›─── py‹/›\n‹dim›───‹/›", looks("```py").strip());
    }

    @Test
    void the_sign_that_would_have_closed_a_fence_is_taken_for_it_when_it_is_whole() throws IOException {
        assertEquals("‹dim›───‹/›\nx\n‹dim›───‹/›", looks("```\nx\n```").strip());
    }

    @Test
    void a_table_is_shown_with_the_row_that_was_begun() throws IOException {
        String looks = looks("| a | b |\n|---|---|\n| one | two |\n| thr");
        assertTrue(
                looks.contains("one │ two")
                        || looks.contains("one ‹dim›│‹/› two")
                        || Blocks.letters(looks).contains("two"),
                looks);
        assertTrue(looks.contains("thr"), looks);
        assertTrue(looks.contains("┼"), looks);
    }

    @Test
    void the_head_of_a_table_alone_is_text() throws IOException {
        assertEquals("| a | b |", looks("| a | b |").strip());
        assertEquals("| a | b |", looks("| a | b |\n").strip());
    }

    @Test
    void of_a_link_the_text_is_there_and_nothing_can_be_clicked_that_has_not_come() throws IOException {
        assertEquals("see ‹u blue›the pa‹/›", looks("see [the pa").strip());
        assertEquals(
                "see ‹u blue›the page‹/›", looks("see [the page](https://a.exa").strip());
        Rendering linked = new Rendering(Rendering.LINKED, 60)
                .add("see [the page](https://a.exa")
                .cut();
        assertEquals("see ‹u blue›the page‹/›", linked.looks().strip());
    }

    @Test
    void a_marker_alone_is_an_item_with_nothing_in_it() throws IOException {
        assertEquals("‹dim›•‹/› a\n‹dim›•‹/›", looks("- a\n- ").strip());
        assertEquals("‹dim›1.‹/› a\n‹dim›2.‹/›", looks("1. a\n2.").strip());
    }

    @Test
    void a_heading_keeps_its_look() throws IOException {
        assertEquals("‹b u›A head‹/›", looks("# A head").strip());
        assertEquals("‹b›A head‹/›", looks("## A head").strip());
    }
}
