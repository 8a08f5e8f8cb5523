package dev.belay.view.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.view.markdown.Theme.Background;
import dev.belay.view.markdown.Theme.Depth;
import dev.belay.view.markdown.Theme.Links;
import dev.belay.view.markdown.Theme.Signs;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks as the config says them, and as a terminal with so many colours gets them. */
class PaintTest {

    @ParameterizedTest
    @CsvSource({
        "bold, 1",
        "dim, 2",
        "italic, 3",
        "underline, 4",
        "strike, 9",
        "red, 31",
        "bright-red, 91",
        "black, 30",
        "white, 37",
        "bright-white, 97",
        "bold underline bright-blue, 1;4;94",
        "'  BOLD   Red ', 1;31",
        "0, 30",
        "7, 37",
        "8, 90",
        "15, 97",
        "plain, ''",
        "'', ''",
        "bold plain, 1"
    })
    void words_are_the_same_on_every_terminal(String words, String parameters) {
        for (Depth depth : Depth.values()) {
            assertEquals(Optional.of(parameters), Paint.sequence(words, depth), words);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "208, 38;5;208, 38;5;208, 91",
        "196, 38;5;196, 38;5;196, 91",
        "16, 38;5;16, 38;5;16, 30",
        "231, 38;5;231, 38;5;231, 97",
        "232, 38;5;232, 38;5;232, 30",
        "255, 38;5;255, 38;5;255, 97",
        "#ff8700, 38;2;255;135;0, 38;5;208, 91",
        "#000000, 38;2;0;0;0, 38;5;16, 30",
        "#FFFFFF, 38;2;255;255;255, 38;5;231, 97",
        "#0000ff, 38;2;0;0;255, 38;5;21, 94",
        "#008700, 38;2;0;135;0, 38;5;28, 32",
        "bold #ff0000, 1;38;2;255;0;0, 1;38;5;196, 1;91"
    })
    void colours_come_down_to_what_the_terminal_has(String words, String all, String palette, String sixteen) {
        assertEquals(Optional.of(all), Paint.sequence(words, Depth.TRUE));
        assertEquals(Optional.of(palette), Paint.sequence(words, Depth.PALETTE));
        assertEquals(Optional.of(sixteen), Paint.sequence(words, Depth.SIXTEEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "256",
                "999",
                "-1",
                "1000",
                "#fff",
                "#gggggg",
                "#1234567",
                "ff8700",
                "blink",
                "bright-",
                "bright-bold",
                "bold,red",
                "bold;31",
                "31m",
                "\u001b[31m",
                "rot",
                "bold rot",
                "１"
            })
    void other_words_make_no_sense(String words) {
        assertEquals(Optional.empty(), Paint.sequence(words, Depth.TRUE));
    }

    @ParameterizedTest
    @EnumSource
    void each_ink_has_a_look_that_makes_sense_on_both_backgrounds(Ink ink) {
        for (Background background : Background.values()) {
            assertTrue(Paint.sequence(ink.usual(background), Depth.SIXTEEN).isPresent(), ink.word());
            assertFalse(
                    ink.usual(background).contains(background == Background.LIGHT ? "yellow" : "black"),
                    ink.word() + " is hard to read");
        }
    }

    private static Theme theme(Depth depth, Background background, Map<String, String> inks) {
        return new Theme(depth, background, Signs.UNICODE, Links.WRITTEN, inks);
    }

    private static String looks(Theme theme) throws IOException {
        return Rendering.of("# t\n\n`c` *i* **b** 1\n\n```java\nint x = 1;\n```\n", theme, 40)
                .looks();
    }

    @Test
    void a_light_background_has_other_numbers() throws IOException {
        String dark = looks(theme(Depth.SIXTEEN, Background.DARK, Map.of()));
        String light = looks(theme(Depth.SIXTEEN, Background.LIGHT, Map.of()));
        assertTrue(dark.contains("‹yellow›1‹/›"), dark);
        assertTrue(light.contains("‹red›1‹/›"), light);
    }

    @Test
    void the_config_changes_one_of_them() throws IOException {
        String looks = looks(theme(Depth.SIXTEEN, Background.DARK, Map.of("code", "bold bright-green")));
        assertTrue(looks.contains("‹b bright-green›c‹/›"), looks);
        assertTrue(looks.contains("‹b u›t‹/›"), looks);
    }

    @Test
    void what_makes_no_sense_there_leaves_the_usual() throws IOException {
        assertEquals(
                looks(theme(Depth.SIXTEEN, Background.DARK, Map.of())),
                looks(theme(Depth.SIXTEEN, Background.DARK, Map.of("code", "blink 31m"))));
    }

    @Test
    void without_colours_there_are_signs_and_no_looks() throws IOException {
        String looks = looks(theme(Depth.NONE, Background.DARK, Map.of("code", "red")));
        assertFalse(looks.contains("‹"), looks);
        assertTrue(looks.contains("# t") && looks.contains("`c` *i* **b**") && looks.contains("```java"), looks);
    }

    @Test
    void one_look_goes_over_into_another_without_a_rest_of_the_first() {
        Palette palette = new Palette(theme(Depth.SIXTEEN, Background.DARK, Map.of()));
        assertEquals("", palette.change(Look.BOLD, Look.BOLD));
        assertEquals("\u001b[1m", palette.change(Look.PLAIN, Look.BOLD));
        assertEquals("\u001b[0;3m", palette.change(Look.BOLD, Look.ITALIC));
        assertEquals("\u001b[m", palette.change(Look.BOLD, Look.PLAIN));
        assertEquals("\u001b[36;1m", palette.change(Look.PLAIN, Look.both(Look.BOLD, Look.of(Ink.CODE))));
        assertTrue(palette.isLined(Look.of(Ink.LINK)) && palette.isLined(Look.STRIKE) && !palette.isLined(Look.BOLD));
    }

    @Test
    void the_parts_of_a_colour_are_no_lines() {
        Palette palette = new Palette(theme(Depth.TRUE, Background.DARK, Map.of("link", "#040904")));
        assertFalse(palette.isLined(Look.of(Ink.LINK)), "38;2;4;9;4 is a colour");
        assertNotEquals("", palette.change(Look.PLAIN, Look.of(Ink.LINK)));
    }
}
