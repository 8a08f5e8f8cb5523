package dev.belay.repl.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Emulator;
import dev.belay.view.Style;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {

    private static final Style PLAIN = new Style(false, true);
    private static final Style ASCII = new Style(false, false);
    private static final Style COLOURED = new Style(true, true);

    @TempDir
    Path folder;

    private Sample sample() {
        Sample sample = new Sample(folder)
                .begin("p/m")
                .complete(10, 400)
                .turn(1, "a".repeat(200), "interrupted")
                .user(2, "")
                .end(2, "failed", "")
                .save("s");
        return sample.begin("on/a-model-with-a-name-that-is-longer-than-any-terminal-is-wide-by-far\\u001b[2J")
                .user(1, "")
                .text(1, "x")
                .end(1, "complete", ",'usage':{'input_tokens':1234567,'output_tokens':1}")
                .save("t");
    }

    private String text(Optional<By> by, int width, Style style) {
        return new ReportText(sample().report(Sample.scope(Optional.empty(), by)), width, style).text();
    }

    @Test
    void theWholeFitsOneScreen() {
        assertEquals("""
                13 turns in 2 conversations, 2026-11-20

                complete        11  ██████████████████████████████████
                interrupted      1  ▒▒▒
                failed           1  ×××

                sent       ≥ 1234567 tokens
                received   ~1051 tokens
                cost       unknown
                cut short  ~50 tokens, estimated for 1 of 1 interruption
                saved      ~$0.0005 by list prices, for 1 of 1 interruption
                """, text(Optional.empty(), 80, PLAIN));
    }

    @Test
    void groupsHaveTheirLineAndAllOfThemOne() {
        String table = text(Optional.of(By.MODEL), 80, PLAIN);
        assertTrue(table.contains("\np/m           "), table);
        assertTrue(table.contains("…"), table);
        assertTrue(table.contains("\ntotal  "), table);
        assertTrue(table.contains("interrupted"), table);
        assertFalse(table.contains("\u001b"), table);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 30, 40, 50, 60, 79, 80, 200})
    void noLineOfATableIsWiderThanTheTerminal(int width) {
        for (Style style : new Style[] {PLAIN, COLOURED}) {
            for (By by : By.values()) {
                String table = text(Optional.of(by), width, style);
                for (String line :
                        table.replaceAll("\u001b\\[\\d+m", "").lines().toList()) {
                    boolean isLegend = line.contains(" complete  ");
                    assertTrue(isLegend || line.length() <= Math.max(width, 22), width + ": " + line);
                }
            }
        }
    }

    @Test
    void withoutUtf8ThereIsAsciiOnly() {
        for (Optional<By> by : List.of(Optional.<By>empty(), Optional.of(By.MODEL), Optional.of(By.DAY))) {
            String text = text(by, 80, ASCII);
            assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text), text);
            assertTrue(text.contains("#"), text);
        }
    }

    @Test
    void coloursAreDrawnToTheEighth() {
        String looks = new Emulator(80, 30)
                .print(text(Optional.of(By.DAY), 80, COLOURED).replace("\n", "\r\n"))
                .screen()
                .text();
        assertTrue(looks.contains("2026-11-20     13  █████████████"), looks);
    }

    @Test
    void anEmptyStoreIsOneSentence() {
        Report none = new Sample(folder.resolve("none")).by(By.MODEL);
        assertEquals("nothing was asked yet\n", new ReportText(none, 80, PLAIN).text());
    }
}
