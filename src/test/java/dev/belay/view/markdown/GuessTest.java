package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is not read anew looks as if it had been. */
class GuessTest {

    private static final String[] PIECES = {
        "*",
        "**",
        "_",
        "`",
        "[",
        "]",
        "](",
        ")",
        "](http://a.b/c \"ti",
        "<",
        ">",
        "<a href=x",
        "~~",
        "~",
        "\\",
        "!",
        "&",
        "&amp",
        ";",
        " ",
        "  ",
        " ",
        "word ",
        "a",
        "ab",
        "n, ",
        "o. ",
        "w",
        "www",
        ".",
        "www.a",
        "http://a",
        "b@c.d",
        ".org",
        "-",
        "'t",
        "\n",
        "2*3",
        "漢字",
        "，",
        "é",
        "e\u0301",
        "👍🏽",
        "|",
        "ё ",
        "\u00A0",
        "\t"
    };

    @Test
    void it_looks_as_if_it_had_been_read_anew() {
        Random random = new Random(11);
        for (Theme theme : List.of(Rendering.COLOURED, Rendering.LINKED, Rendering.PLAIN)) {
            Inline inline = new Inline(theme);
            for (int round = 0; round < 600; round++) {
                Guess guess = new Guess(inline);
                String text = "";
                for (int i = 0; i < 40; i++) {
                    text += PIECES[random.nextInt(random.nextBoolean() ? PIECES.length : 27)];
                    String anew = looks(new Guess(inline).read(' ', text, Look.PLAIN));
                    assertEquals(anew, looks(guess.read(' ', text, Look.PLAIN)), text);
                }
            }
        }
    }

    @Test
    void what_stands_before_the_text_and_how_it_is_to_look_is_seen() {
        Guess guess = new Guess(new Inline(Rendering.COLOURED));
        guess.read(' ', "ab", Look.PLAIN);
        assertEquals("a1 b1 c1", looks(guess.read(' ', "abc", Look.BOLD)));
        assertEquals("_0 a0", looks(guess.read('x', "_a", Look.PLAIN)));
        assertEquals("a4 b4", looks(guess.read(' ', "_ab", Look.PLAIN)));
    }

    private static String looks(List<Glyph> glyphs) {
        List<String> looks = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            looks.add(glyph.text + glyph.look + (glyph.link == null ? "" : glyph.link));
        }
        return String.join(" ", looks);
    }
}
