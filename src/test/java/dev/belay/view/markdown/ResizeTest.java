package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.AppendOnly;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The window changes while an answer comes. */
class ResizeTest {

    /** In a table that is broken otherwise the letters stand in another order. */
    private static String letters(Blocks block, Rendering rendering) {
        String letters = Blocks.letters(rendering.text());
        return block == Blocks.TABLE
                ? letters.chars()
                        .sorted()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : letters;
    }

    /** There it is left as it was typed, and shown again as a head. */
    private static boolean isInHead(String text, int at) {
        return at > text.indexOf("| beta") && at <= text.indexOf("| delta");
    }

    private static void check(Blocks block, int at, int from, int to) throws IOException {
        String text = block.text;
        if (block == Blocks.TABLE && isInHead(text, at)) {
            return;
        }
        String whole = letters(block, Rendering.of(text, Rendering.COLOURED, 60));
        Rendering rendering = new Rendering(Rendering.COLOURED, from);
        rendering.add(Cuts.random(text.substring(0, at), at));
        rendering.resize(to);
        AppendOnly promise = AppendOnly.from(rendering.terminal());
        rendering.add(Cuts.random(text.substring(at), at)).close();
        promise.assertKept();
        assertEquals(
                whole,
                letters(block, rendering),
                () -> from + " to " + to + ": " + text.substring(0, at) + "<here>" + text.substring(at) + "\nis\n"
                        + rendering.text());
    }

    @ParameterizedTest
    @EnumSource
    void a_wider_one_loses_and_doubles_nothing(Blocks block) throws IOException {
        for (int at = 1; at < block.text.length(); at++) {
            check(block, at, 30, 60);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_narrower_one_loses_and_doubles_nothing(Blocks block) throws IOException {
        for (int at = 1; at < block.text.length(); at++) {
            check(block, at, 60, 30);
            check(block, at, 60, 44);
        }
    }

    @ParameterizedTest
    @EnumSource
    void again_and_again(Blocks block) throws IOException {
        int[] widths = {60, 40, 80, 33, 50};
        for (int seed = 0; seed < 30 && block != Blocks.TABLE; seed++) {
            String whole = letters(block, Rendering.of(block.text, Rendering.COLOURED, 60));
            Rendering rendering = new Rendering(Rendering.COLOURED, 50);
            int turn = seed;
            for (String piece : Cuts.random(block.text, seed)) {
                rendering.add(piece).resize(widths[turn++ % widths.length]);
            }
            rendering.close();
            assertEquals(whole, letters(block, rendering), rendering.text());
        }
    }

    @Test
    void the_head_of_a_table_stays_as_it_was_typed_and_the_table_has_one_of_its_own() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 60)
                .add("| alpha beta gamma delta | b |\n")
                .resize(24)
                .add("|---|---|\n| c | d |\n")
                .close();
        String text = rendering.text();
        assertTrue(
                text.startsWith("| alpha beta gamma delta\n") || text.startsWith("| alpha beta gamma delta | b |\n"),
                text);
        assertTrue(text.contains("c ") && text.contains("│ d"), text);
    }

    @Test
    void a_row_that_is_being_typed_is_shown_as_far_as_it_fits_now() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 60)
                .add("| a | b |\n|---|---|\n")
                .add("| alpha beta gamma delta epsilon zeta");
        rendering.resize(24).add(" eta");
        assertEquals("| alpha beta gamma", rendering.text().strip());
    }
}
