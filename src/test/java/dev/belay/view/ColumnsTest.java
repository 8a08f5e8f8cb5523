package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static final Style PLAIN = new Style(false, true);

    private static final Columns TABLE = new Columns(
            List.of("name", " size", "kind"), List.of(List.of("a", "1", "x"), List.of("longer", "1000", "")));

    @Test
    void wordsStandLeftAndNumbersRight() {
        assertEquals("name    size  kind\na          1  x\nlonger  1000\n", TABLE.fitted(80, PLAIN));
    }

    @Test
    void whatDoesNotFitIsLeftOutFromTheRight() {
        assertEquals("name    size\na          1\nlonger  1000\n", TABLE.fitted(17, PLAIN));
        assertEquals("name    size  kind\na          1  x\nlonger  1000\n", TABLE.fitted(18, PLAIN));
        assertEquals("a\nlonger\n", TABLE.fitted(11, PLAIN));
    }

    @Test
    void theFirstColumnIsNeverCut() {
        assertEquals("a\nlonger\n", TABLE.fitted(1, PLAIN));
    }

    @Test
    void onlyTheTitlesAreStyledAndOnlyWithColour() {
        String styled = TABLE.fitted(80, new Style(true, true));
        assertTrue(styled.startsWith("\u001b[2mname    size  kind\u001b[0m\na "), styled);
        assertEquals(TABLE.fitted(80, PLAIN), styled.replaceAll("\u001b\\[\\dm", ""));
    }

    @Test
    void whatWouldSteerTheTerminalIsShown() {
        String shown = new Columns(List.of("name"), List.of(List.of("a\u001b[2J\nb\tc"))).fitted(80, PLAIN);
        assertEquals("a^[[2J b c\n", shown);
    }

    @Test
    void everyLineIsWithinTheWidthAndEveryNameIsThere() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                rows.add(List.of(
                        "n".repeat(1 + random.nextInt(20)),
                        "1".repeat(random.nextInt(9)),
                        "k".repeat(random.nextInt(12))));
            }
            int width = 20 + random.nextInt(40);
            String table = new Columns(List.of("name", " size", "kind"), rows).fitted(width, PLAIN);
            for (List<String> row : rows) {
                assertTrue(
                        table.lines().anyMatch(line -> line.equals(row.get(0)) || line.startsWith(row.get(0) + " ")),
                        table);
            }
            table.lines().forEach(line -> assertTrue(line.length() <= width, line));
            assertFalse(table.contains(" \n"), table);
        }
    }
}
