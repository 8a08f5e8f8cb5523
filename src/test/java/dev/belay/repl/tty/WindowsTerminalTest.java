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
    void keysComeAsBytesInTheirOrderAndNothingAfterAWhile() throws IOException {
        console.typed("a\u001b[A").typed("\u0003");
        assertEquals("a\u001b[A", read());
        assertEquals("\u0003", read());
        long begin = System.nanoTime();
        assertEquals("", read());
        assertTrue(
                System.nanoTime() - begin > 50_000_000, "so many empty reads at once would mean that nobody is there");
    }

    @Test
    void aKeyThatIsLetGoOfIsNotAPause() throws IOException {
        console.typed("\0").typed("\0").typed("x");
        assertEquals("x", read());
    }

    @Test
    void aCharacterThatComesInTwoHalvesIsOne() throws IOException {
        console.typed("ä\ud83d").typed("\ude00!");
        assertEquals("ä", read());
        assertEquals("😀!", read());
    }

    @Test
    void whatIsTooMuchForOneReadIsThereForTheNext() throws IOException {
        console.typed("äöü");
        byte[] bytes = new byte[4];
        assertEquals(4, keys.read(bytes, 0, 4));
        assertEquals("äö", new String(bytes, StandardCharsets.UTF_8));
        assertEquals("ü", read());
    }

    @Test
    void aNewSizeIsTold() throws IOException {
        console.resized().typed("x");
        assertEquals("x", read());
        assertEquals(List.of("resized"), resizes);
    }

    @Test
    void aConsoleThatHasGoneEndsTheKeys() {
        console.gone = true;
        assertThrows(IOException.class, this::read);
    }

    @Test
    void inRawModeCtrlCIsAKeyAndAfterwardsAllIsAsItWas() {
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
    void textIsUtf8WithSequencesForAsLongAsTheProgramRuns() {
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
    void aPipeIsLeftAlone() {
        WindowsTerminal terminal = new WindowsTerminal(console);
        terminal.beginText();
        terminal.endText();
        assertEquals(Map.of(), console.modes);
        assertEquals(850, console.alphabet);
    }
}
