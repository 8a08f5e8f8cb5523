package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.AppendOnly;
import dev.belay.screen.Widths;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an answer was cut into pieces, the screen is the same in the end, and was only ever added to. */
class CutInvarianceTest {

    private static final int SEEDS = 3;
    private static final int MANY_SEEDS = 40;

    private static void check(String text, Theme theme, int columns, Widths widths, int seeds) throws IOException {
        String whole = rendered(List.of(text), theme, columns, widths);
        assertEquals(
                whole,
                rendered(Cuts.characters(text), theme, columns, widths),
                () -> "by characters, " + columns + " columns: " + text);
        for (int seed = 0; seed < seeds; seed++) {
            int now = seed;
            assertEquals(
                    whole,
                    rendered(Cuts.random(text, seed), theme, columns, widths),
                    () -> "cut by seed " + now + ", " + columns + " columns: " + text);
        }
    }

    private static String rendered(List<String> pieces, Theme theme, int columns, Widths widths) throws IOException {
        Rendering rendering = new Rendering(theme, columns, widths);
        AppendOnly promise = AppendOnly.from(rendering.terminal());
        String looks = rendering.add(pieces).close().looks();
        promise.assertKept();
        return looks;
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 80, 200})
    void the_examples_of_the_specifications(int columns) throws IOException {
        List<String> examples = SpecificationExamples.read();
        assertTrue(examples.size() > 1000, "so few: " + examples.size());
        for (String example : examples) {
            check(example, Rendering.COLOURED, columns, Widths.MODERN, SEEDS);
        }
    }

    @Test
    void the_examples_without_colours_and_with_links() throws IOException {
        for (String example : SpecificationExamples.read()) {
            check(example, Rendering.PLAIN, 20, Widths.MODERN, 1);
            check(example, Rendering.LINKED, 80, Widths.MODERN, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 20, 33, 80, 200})
    void answers_of_every_kind(int columns) throws IOException {
        for (String name : Samples.names()) {
            for (Theme theme : List.of(Rendering.COLOURED, Rendering.LINKED, Rendering.PLAIN)) {
                check(Samples.text(name), theme, columns, Widths.MODERN, MANY_SEEDS);
            }
        }
    }

    @Test
    void on_a_terminal_that_takes_emoji_one_by_one() throws IOException {
        for (String name : List.of("writing", "tables")) {
            check(Samples.text(name), Rendering.COLOURED, 40, Widths.CLASSIC, MANY_SEEDS);
        }
    }

    /** Signs whose partners never come, or come late, in every order. */
    @Test
    void signs_in_every_order() throws IOException {
        String[] signs = {
            "*", "**", "_", "`", "``", "[", "](", ")", "<", ">", "~~", "\\", "!", "&", ";", " ", "word ", "a", "\n",
            "|", "- ", "\n\n", "漢", "👍🏽"
        };
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 120; i++) {
                text.append(signs[random.nextInt(signs.length)]);
            }
            check(text.toString(), Rendering.COLOURED, 30, Widths.MODERN, 2);
        }
    }
}
