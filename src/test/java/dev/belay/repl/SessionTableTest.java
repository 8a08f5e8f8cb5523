package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.session.SessionSummary;
import dev.belay.session.SessionSummary.Ending;
import dev.belay.view.Style;
import java.time.Duration;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class SessionTableTest {

    private static final Style PLAIN = new Style(false, true);
    private static final long NOW = Duration.ofDays(20_000).toMillis();

    private static SessionSummary session(String id, Duration age, String title, Ending ending) {
        return new SessionSummary(id, NOW - age.toMillis(), "", "openai/gpt-5-mini", 3, title, "first", ending);
    }

    private static String table(int width, SessionSummary... sessions) {
        return new SessionTable(List.of(sessions), "20261120-104512-aaaa", NOW).fitted(width, PLAIN);
    }

    private static final SessionSummary[] THREE = {
        session(
                "20261120-104512-aaaa",
                Duration.ofSeconds(5),
                "Terminal signals and what they mean to us",
                Ending.COMPLETE),
        session("20261120-104512-bbbb", Duration.ofMinutes(90), "", Ending.INTERRUPTED),
        session("20261120-104512-cccc", Duration.ofDays(40), "漢字".repeat(30), Ending.FAILED)
    };

    @Test
    void aWideTerminalShowsAll() {
        assertEquals("""
                id                           age  turns  ended        model              title
                20261120-104512-aaaa         5 s      3  this one     openai/gpt-5-mini  Terminal signals and what…
                20261120-104512-bbbb         1 h      3  interrupted  openai/gpt-5-mini  first
                20261120-104512-cccc  2024-08-25      3  failed       openai/gpt-5-mini  漢字漢字漢字漢字漢字漢字漢…
                """, table(100, THREE));
    }

    @Test
    void everyLineFitsAndTheModelGoesFirst() {
        for (int width = 60; width < 200; width++) {
            for (String line : table(width, THREE).split("\n")) {
                assertTrue(new AttributedString(line).columnLength() <= width, width + ": " + line);
            }
        }
        assertTrue(table(80, THREE).contains("Terminal signals and"), table(80, THREE));
        assertTrue(!table(80, THREE).contains("openai"), table(80, THREE));
    }

    @Test
    void aTitleCannotSteerTheTerminal() {
        SessionSummary evil = session("20261120-104512-bbbb", Duration.ZERO, "a\u001b[31m\nb", Ending.COMPLETE);
        assertTrue(table(100, evil).contains("a^[[31m b"), table(100, evil));
    }
}
