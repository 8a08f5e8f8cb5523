package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

/** What belay says when something is wrong: a clear sentence, never a stack trace or a page of HTML. */
final class Sentences {
    private static final int FEW_LINES = 4;

    private Sentences() {}

    static void assertClear(String said) {
        assertClear(said, false);
    }

    static void assertClear(String said, boolean mayBeSilent) {
        assertTrue(mayBeSilent || !said.isBlank(), "nothing was said");
        assertFalse(
                said.contains("\tat ") || said.contains("Exception") || said.contains("java."),
                "a stack trace:\n" + said);
        assertFalse(said.toLowerCase(Locale.ROOT).contains("<html"), "a page of HTML:\n" + said);
        assertFalse(said.contains("\033"), "an escape sequence:\n" + said);
        assertTrue(said.lines().filter(line -> !line.isBlank()).count() <= FEW_LINES, "many lines:\n" + said);
    }
}
