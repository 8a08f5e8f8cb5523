package dev.belay.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final Emulator terminal = new Emulator(10, 3);
    private final Screen screen = terminal.screen();

    private void show(String output) {
        for (byte b : output.getBytes(StandardCharsets.UTF_8)) {
            terminal.write(new byte[] {b}, 1);
        }
    }

    @Test
    void carriage_return_backspace_and_line_feed_move_as_on_a_terminal() {
        show("abc\rX\n\bY");
        assertEquals(List.of("Xbc", "Y"), screen.lines());
    }

    @Test
    void a_full_line_wraps_only_when_one_more_character_comes() {
        show("0123456789");
        assertEquals(0, screen.cursorRow());
        show("a");
        assertEquals(List.of("0123456789", "a"), screen.lines());
    }

    @Test
    void lines_that_scroll_off_the_top_can_still_be_read() {
        show("1\r\n2\r\n3\r\n4");
        assertEquals(List.of("1", "2", "3", "4"), screen.lines());
    }

    @Test
    void wide_characters_take_two_cells_and_combining_ones_none() {
        show("漢e\u0301x");
        assertEquals("漢e\u0301x", screen.cursorLine());
        assertEquals(4, screen.cursorColumn());
    }

    @Test
    void cursor_moves_and_erasing_do_what_xterm_does() {
        show("hello\033[2D\033[K!\033[1;1HJ\033[2;3Hx\033[A\033[1P");
        assertEquals(List.of("Jel", "  x"), screen.lines());
    }

    @Test
    void colours_and_titles_leave_no_trace_in_the_text() {
        show("\033[1;31mred\033[0m\033]0;title\007\033]2;other\033\\!");
        assertEquals("red!", screen.text());
        assertEquals("other", screen.title());
    }

    @Test
    void bracketed_paste_and_cursor_are_followed() {
        assertTrue(screen.cursorVisible());
        show("\033[?2004h\033[?25l");
        assertTrue(screen.bracketedPaste());
        assertFalse(screen.cursorVisible());
        show("\033[?2004l\033[?25h");
        assertFalse(screen.bracketedPaste());
    }

    @Test
    void questions_are_answered_like_a_real_terminal_does() {
        show("ab\033[6n\033[c\033[?2027$p");
        assertEquals(List.of("\033[1;3R", "\033[?62;22c", "\033[?2027;0$y"), terminal.answers());
    }

    @Test
    void a_lower_screen_keeps_the_cursor_line_and_remembers_what_left() {
        show("1\r\n2\r\n3");
        screen.resize(5, 2);
        assertEquals("3", screen.cursorLine());
        assertEquals(List.of("1", "2", "3"), screen.lines());
    }

    @Test
    void bytes_that_are_no_utf8_become_replacement_characters() {
        terminal.write(new byte[] {(byte) 0xC3, 'a', (byte) 0xFF}, 3);
        assertEquals("\uFFFDa\uFFFD", screen.text());
    }
}
