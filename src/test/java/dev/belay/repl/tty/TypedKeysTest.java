package dev.belay.repl.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TypedKeysTest {

    @Test
    void enterBecomesALineBreakButNotInAPasteAndNotTwice() {
        assertEquals("a\u001b\rb\u001b\r", TypedKeys.enterAsLineBreak("a\r\nb\u001b\r"));
        assertEquals("\u001b[200~a\rb\u001b[201~\u001b\r", TypedKeys.enterAsLineBreak("\u001b[200~a\rb\u001b[201~\r"));
    }
}
