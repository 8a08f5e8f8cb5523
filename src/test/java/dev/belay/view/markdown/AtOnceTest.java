package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has come is seen, and does not wait for what comes next. */
class AtOnceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bye",
                "bye\n",
                "one\nbye\n",
                "- bye\n",
                "- one\n- bye\n",
                "> bye\n",
                "1. bye\n",
                "one | bye\n",
                "| bye |\n",
                "# bye\n",
                "# bye",
                "**bye",
                "`bye",
                "a [bye",
                "```\nbye\n",
                "```\nbye",
                "    bye\n",
                "*bye*\n",
                "bye\n- ",
                "bye\n=",
                "bye\n1",
                "bye\n`",
                "| a |\n|---|\n| bye"
            })
    void a_line_that_has_come_is_seen(String answer) throws IOException {
        for (List<String> pieces : List.of(List.of(answer), Cuts.characters(answer))) {
            Rendering rendering = new Rendering(Rendering.COLOURED, 40).add(pieces);
            assertTrue(rendering.text().contains("bye"), () -> answer + " is\n" + rendering.text());
        }
    }

    @Test
    void each_word_of_a_paragraph_is() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 24);
        StringBuilder came = new StringBuilder();
        for (String word : "one two three four five six seven eight nine ten eleven twelve thirteen ".split("(?<= )")) {
            came.append(word);
            rendering.add(word);
            assertEquals(Blocks.letters(came.toString()), Blocks.letters(rendering.text()));
        }
    }

    @Test
    void signs_are_not_seen_before_they_are_known_to_be_none() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 40);
        for (String piece : Cuts.characters("so **very bold** and `code` it ~~is~~ a ")) {
            rendering.add(piece);
            assertTrue(rendering.text().chars().noneMatch(c -> "*`~".indexOf(c) >= 0), rendering.text());
        }
    }

    @Test
    void code_with_backticks_in_it_is_code_all_the_time() throws IOException {
        Rendering rendering = new Rendering(Rendering.COLOURED, 60).add("so ");
        for (String piece : Cuts.characters("``one ` *two [three ` four")) {
            rendering.add(piece);
            assertTrue(rendering.text().startsWith("so") && !rendering.text().contains("``"), rendering.text());
        }
        assertEquals("so ‹cyan›one ` *two [three ` four‹/›", rendering.looks().strip());
    }
}
