package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.AppendOnly;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Something else is said in the middle of an answer, which goes on after it. */
class PauseTest {

    private static final String OTHER = "§§§\n";

    @ParameterizedTest
    @EnumSource
    void wherever_it_is_nothing_of_the_answer_is_lost_or_there_twice(Blocks block) throws IOException {
        for (Theme theme : List.of(Rendering.COLOURED, Rendering.PLAIN)) {
            for (int columns : new int[] {16, 60}) {
                String whole =
                        Blocks.letters(Rendering.of(block.text, theme, columns).text());
                // The head of a table is shown as it is typed, and again as a head when its second line has told what
                // it is.
                int from = block == Blocks.TABLE ? block.text.indexOf("| delta") : 1;
                for (int at = from; at < block.text.length(); at++) {
                    check(block.text, theme, columns, at, whole);
                }
            }
        }
    }

    private static void check(String text, Theme theme, int columns, int at, String whole) throws IOException {
        Rendering rendering = new Rendering(theme, columns);
        AppendOnly promise = AppendOnly.from(rendering.terminal());
        rendering
                .add(Cuts.random(text.substring(0, at), at))
                .pause()
                .say(OTHER)
                .add(Cuts.random(text.substring(at), at))
                .close();
        promise.assertKept();
        String seen = rendering.text();
        assertEquals(
                whole,
                Blocks.letters(seen),
                () -> text.substring(0, at) + "<here>" + text.substring(at) + "\nis\n" + seen);
        assertTrue(seen.lines().anyMatch(OTHER.strip()::equals), () -> "what is said has a line of its own:\n" + seen);
    }

    @ParameterizedTest
    @EnumSource
    void many_times(Blocks block) throws IOException {
        for (int seed = 0; seed < 20 && block != Blocks.TABLE; seed++) {
            String whole = Blocks.letters(
                    Rendering.of(block.text, Rendering.COLOURED, 40).text());
            Rendering rendering = new Rendering(Rendering.COLOURED, 40);
            for (String piece : Cuts.random(block.text, seed)) {
                rendering.add(piece).pause().say(OTHER);
            }
            rendering.close();
            assertEquals(whole, Blocks.letters(rendering.text()), rendering.text());
        }
    }

    @Test
    void emphasis_goes_on_behind_it() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 40)
                .add("so **very")
                .pause()
                .say(OTHER)
                .add(" bold** it")
                .close();
        assertEquals(
                List.of("so ‹b›very‹/›", "§§§", "‹b›bold‹/› it"),
                rendering.looks().lines().limit(3).toList());
    }

    @Test
    void a_line_of_code_goes_on_behind_it() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 40)
                .add("```\nint x")
                .pause()
                .say(OTHER)
                .add(" = 1;\nint y;\n```\n")
                .close();
        assertEquals(
                List.of("───", "int", "§§§", "x = 1;", "int y;", "───"),
                rendering.lines().subList(0, 6));
    }

    @Test
    void a_row_of_a_table_that_is_being_typed_waits_for_the_table() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 40)
                .add("| a | b |\n|---|---|\n| c |")
                .pause()
                .say(OTHER)
                .add(" d |\n")
                .close();
        assertEquals(
                1, rendering.text().lines().filter(line -> line.contains("c")).count(), rendering.text());
        assertTrue(rendering.text().contains("c │ d"), rendering.text());
    }

    @Test
    void a_table_of_which_the_head_was_being_typed_is_one_all_the_same() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 40)
                .add("| a |")
                .pause()
                .say(OTHER)
                .add(" b |\n|---|---|\n| c | d |\n")
                .close();
        assertTrue(rendering.text().contains("a │ b") && rendering.text().contains("c │ d"), rendering.text());
    }

    @Test
    void signs_that_find_no_partner_are_not_said_later() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 40)
                .add("so **very")
                .pause()
                .say(OTHER)
                .add(" bold it")
                .close();
        assertEquals(List.of("so very", "§§§", "bold it"), rendering.lines().subList(0, 3));
    }
}
