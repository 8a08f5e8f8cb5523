package dev.belay.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {
    private final Emulator terminal = new Emulator(40, 4);

    private List<String> shown(String output) {
        return terminal.print(output).screen().styledLines();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "1|b",
                "2|dim",
                "3|i",
                "4|u",
                "4:3|u",
                "7|inv",
                "9|s",
                "5|blink",
                "8|hidden",
                "31|red",
                "97|bright-white",
                "44|on-blue",
                "102|on-bright-green",
                "38;5;208|c208",
                "38;5;9|bright-red",
                "48;5;236|on-c236",
                "38;2;255;136;0|#ff8800",
                "38:2::255:136:0|#ff8800",
                "38:5:208|c208",
                "1;3;4;38;5;208;48;2;0;0;1|b i u c208 on-#000001",
                "1;22|",
                "3;23|",
                "4;24|",
                "4;4:0|",
                "31;39|",
                "41;49|",
                "1;31;0|",
                "1;|",
            })
    void a_style_sequence_gives_the_character_its_look(String numbers, String words) {
        String expected = words == null ? "x" : "‹" + words + "›x‹/›";
        assertEquals(List.of(expected), shown("\033[" + numbers + "mx\033[m"));
    }

    @Test
    void runs_of_one_look_are_written_as_one_and_plain_text_as_it_is() {
        assertEquals(
                List.of("a ‹b›bold word‹/› and ‹i red›two‹/›"), shown("a \033[1mbold word\033[0m and \033[3;31mtwo"));
    }

    @Test
    void a_link_has_its_target_and_outlives_a_change_of_style() {
        assertEquals(
                List.of("‹→https://a.example/;x›see ‹/›‹b →https://a.example/;x›here‹/›."),
                shown("\033]8;id=1;https://a.example/;x\033\\see \033[1mhere\033[0m\033]8;;\007."));
    }

    @Test
    void a_look_that_nobody_sees_on_a_blank_makes_no_difference() {
        String expected = "‹b›two words‹/› x";
        assertEquals(List.of(expected), shown("\033[1mtwo\033[0m \033[1mwords \033[0mx\033[1m   \033[0m"));
    }

    @Test
    void a_look_that_is_seen_on_blanks_is_told_to_the_end_of_the_line() {
        assertEquals(List.of("‹on-blue›a  ‹/›", "‹u›  ‹/›"), shown("\033[44ma  \033[0m\n\033[4m  \033[0m"));
    }

    @Test
    void erasing_fills_with_the_background() {
        assertEquals(List.of("a‹on-blue›" + " ".repeat(39) + "‹/›"), shown("a\033[44m\033[K"));
    }

    @Test
    void a_guillemet_of_the_text_is_doubled() {
        assertEquals(List.of("‹‹b›"), shown("‹b›"));
    }

    @Test
    void lines_that_scrolled_off_keep_their_looks() {
        assertEquals("‹b›1‹/›", shown("\033[1m1\033[0m\n2\n3\n4\n5\n6").get(0));
    }

    @Test
    void what_is_left_switched_on_is_known() {
        terminal.print("\033[1mx");
        assertTrue(terminal.screen().look().is(Look.Attribute.BOLD));
        assertEquals(Look.PLAIN, terminal.print("\033[0m").screen().look());
    }

    @Test
    void what_is_copied_has_whole_lines_and_the_blanks_that_were_written() {
        Emulator narrow = new Emulator(5, 3);
        narrow.print("0123456789ab  \n\nlast\033[K");
        assertEquals(List.of("0123456789ab  ", "", "last"), narrow.screen().copied());
        assertEquals(
                List.of("01234", "56789", "ab", "", "last"), narrow.screen().lines());
    }
}
