package dev.belay.repl.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.spi.SystemStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WindowsTerminalTest {

    /** As cmd leaves it: lines, echo, Ctrl-C as a signal, and the mouse selects. */
    private static final int USUAL_INPUT = 0x1f7;

    private static final int CTRL_C_IS_A_SIGNAL = 0x1;

    private final FakeConsole console = new FakeConsole();
    private final List<String> resizes = new ArrayList<>();
    private final WindowsKeys keys = new WindowsKeys(console, () -> resizes.add("resized"));

    private String read() throws IOException {
        byte[] bytes = new byte[64];
        return new String(bytes, 0, keys.read(bytes, 0, bytes.length), StandardCharsets.UTF_8);
    }

    @Test
    void keys_come_as_bytes_in_their_order_and_nothing_after_a_while() throws IOException {
        console.typed("a\u001b[A").typed("\u0003");
        assertEquals("a\u001b[A", read());
        assertEquals("\u0003", read());
        long begin = System.nanoTime();
        assertEquals("", read());
        assertTrue(
                System.nanoTime() - begin > 50_000_000, "so many empty reads at once would mean that nobody is there");
    }

    @Test
    void a_key_that_is_let_go_of_is_not_a_pause() throws IOException {
        console.typed("\0").typed("\0").typed("x");
        assertEquals("x", read());
    }

    @Test
    void a_character_that_comes_in_two_halves_is_one() throws IOException {
        console.typed("ä\ud83d").typed("\ude00!");
        assertEquals("ä", read());
        assertEquals("😀!", read());
    }

    @Test
    void what_is_too_much_for_one_read_is_there_for_the_next() throws IOException {
        console.typed("äöü");
        byte[] bytes = new byte[4];
        assertEquals(4, keys.read(bytes, 0, 4));
        assertEquals("äö", new String(bytes, StandardCharsets.UTF_8));
        assertEquals("ü", read());
    }

    @Test
    void a_new_size_is_told() throws IOException {
        console.resized().typed("x");
        assertEquals("x", read());
        assertEquals(List.of("resized"), resizes);
    }

    @Test
    void a_console_that_has_gone_ends_the_keys() {
        console.gone = true;
        assertThrows(IOException.class, this::read);
    }

    @Test
    void in_raw_mode_ctrl_c_is_a_key_and_afterwards_all_is_as_it_was() {
        console.modes.put(SystemStream.Input, USUAL_INPUT);
        WindowsPty pty = new WindowsPty(console, InputStream.nullInputStream());
        Attributes found = pty.getAttr();
        assertTrue(found.getLocalFlag(LocalFlag.ICANON));
        Attributes raw = new Attributes(found);
        raw.setLocalFlag(LocalFlag.ICANON, false);
        pty.setAttr(raw);
        // No lines, no echo, no signal, no mouse; sizes and sequences; selecting with the mouse stays as it was.
        assertEquals(0x3e8, console.modes.get(SystemStream.Input));
        assertFalse(pty.getAttr().getLocalFlag(LocalFlag.ICANON));
        pty.setAttr(found);
        assertEquals(USUAL_INPUT, console.modes.get(SystemStream.Input));
        assertEquals(CTRL_C_IS_A_SIGNAL, console.modes.get(SystemStream.Input) & CTRL_C_IS_A_SIGNAL);
    }

    @Test
    void text_is_utf8_with_sequences_for_as_long_as_the_program_runs() {
        console.modes.put(SystemStream.Output, 0x3);
        WindowsTerminal terminal = new WindowsTerminal(console);
        terminal.beginText();
        assertEquals(0x7, console.modes.get(SystemStream.Output));
        assertEquals(65001, console.alphabet);
        assertTrue(terminal.is(SystemStream.Output));
        assertFalse(terminal.is(SystemStream.Error));
        terminal.endText();
        assertEquals(Map.of(SystemStream.Output, 0x3), console.modes);
        assertEquals(850, console.alphabet);
    }

    @Test
    void a_pipe_is_left_alone() {
        WindowsTerminal terminal = new WindowsTerminal(console);
        terminal.beginText();
        terminal.endText();
        assertEquals(Map.of(), console.modes);
        assertEquals(850, console.alphabet);
    }
}
