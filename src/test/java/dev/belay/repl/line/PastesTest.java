package dev.belay.repl.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PastesTest {

    private final Pastes pastes = new Pastes();

    @Test
    void aShortPasteIsText() {
        assertEquals("one\ntwo", pastes.ofPasted("one\ntwo"));
    }

    @Test
    void aLongPasteIsOneCharacterWithALabel() {
        String text = "line\n".repeat(12_345);
        String mark = pastes.ofPasted(text);
        assertEquals(1, mark.length());
        assertEquals("a [pasted 12,345 lines, 61 KB] b", pastes.display("a " + mark + " b"));
        assertEquals("a " + text + " b", pastes.whole("a " + mark + " b"));
        assertTrue(Pastes.beginsLong(mark));
    }

    @Test
    void manyShortLinesAreALongPaste() {
        assertEquals("[pasted 41 lines, 81 bytes]", pastes.display(pastes.ofPasted("x\n".repeat(40) + "x")));
        assertEquals("x\n".repeat(40), pastes.ofPasted("x\n".repeat(40)));
    }

    @Test
    void aTextThatHoldsAMarkComesOutAsItWentIn() {
        String mark = pastes.ofPasted("y".repeat(10_000));
        String strange = "strange " + mark + "\uFDD7";
        assertEquals(strange, pastes.whole(pastes.ofPasted(strange)));
    }

    @Test
    void anEarlierMessageIsFoldedByItsLengthAlone() {
        String lines = "x\n".repeat(100);
        assertEquals(lines, pastes.ofMessage(lines));
        assertEquals("[10 KB]", pastes.display(pastes.ofMessage("y".repeat(10_000))));
    }

    @Test
    void theOldestOfManyGivesWay() {
        String first = pastes.ofPasted("1".repeat(9_000));
        for (int i = 0; i < 32; i++) {
            pastes.ofPasted("2".repeat(9_000));
        }
        assertEquals("2".repeat(9_000), pastes.whole(first));
    }

    @Test
    void controlCharactersAreShownAndNotObeyed() {
        assertEquals("a^[[31m^@^? b\tc\nd<9b><202e>é", pastes.display("a\u001b[31m\0\u007f b\tc\nd\u009b\u202eé"));
    }
}
