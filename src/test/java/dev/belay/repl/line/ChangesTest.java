package dev.belay.repl.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jline.reader.Buffer;
import org.jline.reader.impl.BufferImpl;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private String line = "";
    private final Changes changes = new Changes(state -> line = state.toString());

    private void typed(String text) {
        Buffer state = new BufferImpl();
        state.write(text);
        changes.newState(state);
    }

    @Test
    void whatWasDoneIsUndoneStepByStepAndDoneAgain() {
        typed("");
        typed("a");
        typed("ab");
        changes.undo();
        assertEquals("a", line);
        changes.undo();
        assertEquals("", line);
        assertFalse(changes.canUndo());
        changes.redo();
        assertEquals("a", line);
    }

    @Test
    void whatIsTypedAfterAnUndoTakesThePlaceOfWhatWasUndone() {
        typed("");
        typed("a");
        changes.undo();
        typed("b");
        assertFalse(changes.canRedo());
        changes.undo();
        assertEquals("", line);
    }

    @Test
    void theOldestStatesGiveWayWhenThereAreTooMany() {
        for (int i = 0; i < 10; i++) {
            typed(i + "x".repeat(1_000_000));
        }
        int steps = 0;
        for (; changes.canUndo(); steps++) {
            changes.undo();
        }
        assertEquals(2, steps);
        assertTrue(line.startsWith("7"), line.substring(0, 1));
    }
}
