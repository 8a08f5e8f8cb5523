package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class OnceTest {

    @Test
    void theFirstSentenceIsSaidAndNoOther() {
        Once once = new Once();
        assertEquals("", once.of(() -> ""));
        assertEquals("groq goes on", once.of(() -> "groq goes on"));
        assertEquals("", once.of(() -> fail("nobody need be asked")));
    }
}
