package dev.belay.repl.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jline.reader.History;
import org.jline.reader.impl.history.DefaultHistory;
import org.junit.jupiter.api.Test;

class HintsTest {

    private final History history = new DefaultHistory();

    private Ghost after(String typed) {
        return Hints.after(typed, history);
    }

    @Test
    void aCommandThatBeginsSoIsCompletedAndExplained() {
        assertEquals("el", after("/mod").rest());
        assertTrue(
                after("/mod").remark().startsWith(" [NAME]  show the model"),
                after("/mod").remark());
        assertTrue(
                after("/model ").remark().startsWith("[NAME]"), after("/model ").remark());
        assertEquals("", after("/model ").rest());
        assertTrue(after("/nothing").isNone());
        assertTrue(after("//model").isNone());
    }

    @Test
    void theLatestLineThatBeginsSoIsOffered() {
        history.add("what is a reef knot");
        history.add("what is a bowline");
        history.add("something else");
        assertEquals(" a bowline", after("what is").rest());
        assertEquals("eef knot", after("what is a r").rest());
        assertTrue(after("what is a bowline").isNone());
        assertTrue(after("w").isNone());
    }

    @Test
    void aHintIsTakenWordByWord() {
        assertEquals(" reef", new Ghost(" reef knot", "").word());
        assertEquals("", Ghost.NONE.word());
    }
}
