package dev.belay.repl.tty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedMessagesTest {

    private static List<String> messages(String keys) {
        return TypedMessages.in(keys).texts();
    }

    @Test
    void enterEndsAMessageAndTheRestIsADraft() {
        assertEquals(List.of("one", "two"), messages("one\rtwo\rthree"));
        assertEquals(8, TypedMessages.in("one\rtwo\rthree").end());
    }

    @Test
    void whatWasCorrectedIsTakenAsCorrected() {
        assertEquals(List.of("good"), messages("goop\u007fd\u001b[A\u001bOB\r"));
    }

    @Test
    void aLineBreakInAPasteOrAfterAltOrABackslashEndsNoMessage() {
        assertEquals(List.of("a\rb c"), messages("\u001b[200~a\rb\u001b[201~ c\r"));
        assertEquals(List.of("a b"), messages("a\u001b\rb\r"));
        assertEquals(List.of("a\\ b"), messages("a\\\rb\r"));
        assertEquals(List.of("\"\"\" a \"\"\""), messages("\"\"\"\ra\r\"\"\"\r"));
    }

    @Test
    void aPasteThatIsNotYetThereInFullEndsNoMessage() {
        assertEquals(List.of(), messages("\u001b[200~a\rb\r"));
    }
}
