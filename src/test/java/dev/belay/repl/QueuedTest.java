package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QueuedTest {

    @Test
    void aMessageIsToldOnOneLineOfTheWindow() {
        assertEquals("queued: and then?", Queued.line("and then?", 80));
        assertEquals("queued: a b", Queued.line("a\rb", 80));
        assertEquals("queued: 漢字漢…", Queued.line("漢字漢字漢字", 16));
        assertEquals(20, Queued.line("x".repeat(1_000_000), 21).length());
    }

    @Test
    void whatCouldSteerIsShown() {
        assertEquals("queued: ^[[2J", Queued.line("\u001b[2J", 80));
    }
}
