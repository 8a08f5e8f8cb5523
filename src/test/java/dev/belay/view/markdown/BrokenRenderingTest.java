package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Emulator;
import dev.belay.screen.Look;
import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mistake in the rendering costs nobody the answer: it is shown as it came, and goes on. */
class BrokenRenderingTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int asked;

    /** Fails from some question on. */
    private IntSupplier failing(int from, Error error) {
        return () -> {
            if (++asked > from) {
                if (error != null) {
                    throw error;
                }
                throw new IllegalStateException("a mistake");
            }
            return 60;
        };
    }

    private AnswerText answer(IntSupplier columns, Theme theme) {
        return MarkdownText.form(theme, columns).on(Output.of(bytes, Output.Kind.TERMINAL, StandardCharsets.UTF_8));
    }

    private Emulator terminal() {
        return new Emulator(200, 300).print(bytes.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void whenever_it_happens_each_paragraph_is_there_rendered_or_as_it_came(Blocks block) throws IOException {
        for (int from = 0; from < 400; from += 7) {
            bytes.reset();
            asked = 0;
            AnswerText text = answer(failing(from, null), Rendering.LINKED);
            for (String piece : Cuts.random(block.text, from)) {
                text.next(piece);
            }
            text.close();
            String seen = Blocks.letters(terminal().screen().text());
            for (String word : block.text.split("[^\\p{L}]+")) {
                assertTrue(
                        word.equals("x") || seen.contains(word),
                        () -> word + " is not in\n" + terminal().screen().text());
            }
            assertEquals(Look.PLAIN, terminal().screen().look());
        }
    }

    @Test
    void it_goes_on_as_it_comes() throws IOException {
        AnswerText text = answer(failing(0, null), Rendering.COLOURED);
        text.next("**one** ");
        text.next("**two**\n\n**three** ");
        text.pause();
        text.next("**four");
        text.cut();
        assertEquals(
                "**one** **two**\n\n**three**\n**four",
                terminal().screen().text().strip());
    }

    @Test
    void a_table_that_cannot_be_drawn_is_there_as_it_was_written() throws IOException {
        boolean[] broken = new boolean[1];
        AnswerText text = answer(
                () -> {
                    if (broken[0]) {
                        throw new IllegalStateException("a mistake");
                    }
                    return 60;
                },
                Rendering.COLOURED);
        text.next("before\n\n| a | b |\n|---|---|\n| c | d |\n");
        broken[0] = true;
        text.next("\nafter");
        text.close();
        String seen = terminal().screen().text();
        assertTrue(seen.contains("| a | b |\n|---|---|\n| c | d |\n\nafter"), seen);
        assertEquals(seen.indexOf("before"), seen.lastIndexOf("before"), seen);
    }

    @Test
    void a_pause_that_fails_is_none_the_less_one() throws IOException {
        boolean[] broken = new boolean[1];
        AnswerText text = answer(
                () -> {
                    if (broken[0]) {
                        throw new IllegalStateException("a mistake");
                    }
                    return 60;
                },
                Rendering.COLOURED);
        text.next("| a | b |\n|---|---|\n| c |");
        broken[0] = true;
        text.pause();
        text.next(" d |\nend");
        text.close();
        assertTrue(
                Blocks.letters(terminal().screen().text()).endsWith("abcdend"),
                terminal().screen().text());
    }

    @Test
    void a_depth_that_no_stack_holds_is_a_mistake_like_others() throws IOException {
        AnswerText text = answer(failing(0, new StackOverflowError()), Rendering.COLOURED);
        text.next("**one** two");
        text.close();
        assertEquals("**one** two", terminal().screen().text().strip());
    }

    @Test
    void without_colours_not_even_then_is_there_an_escape_sequence() throws IOException {
        AnswerText text = answer(failing(0, null), Rendering.PLAIN);
        text.next("**one** \u001b[31m two");
        text.close();
        assertFalse(bytes.toString(StandardCharsets.UTF_8).contains("\u001b"));
    }

    @Test
    void what_comes_as_it_is_belongs_to_no_link_and_has_no_look() throws IOException {
        boolean[] broken = new boolean[1];
        AnswerText text = answer(
                () -> {
                    if (broken[0]) {
                        throw new IllegalStateException("a mistake");
                    }
                    return 60;
                },
                Rendering.LINKED);
        text.next("see [**page**](https://a.example/)");
        broken[0] = true;
        text.next(" and more");
        text.close();
        assertEquals(
                "see [**page**](https://a.example/) and more",
                terminal().screen().styledLines().get(1));
    }
}
