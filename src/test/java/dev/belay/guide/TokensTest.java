package dev.belay.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void aTokenIsAWordWithTheBlanksBeforeIt() {
        assertEquals(List.of("One", " Ctrl-C", "\n\n  stops", " it."), Tokens.of("One Ctrl-C\n\n  stops it."));
    }

    @Test
    void aLongWordComesInPieces() {
        assertEquals(List.of("abcdefghijkl", "mnopqrstuvwx", "yz"), Tokens.of("abcdefghijklmnopqrstuvwxyz"));
    }

    @Test
    void blanksAtTheEndAreNotLost() {
        assertEquals(List.of("end", " \n"), Tokens.of("end \n"));
    }

    @Test
    void aCharacterOfTwoHalvesIsNotCut() {
        String word = "a" + "\uD83D\uDE00".repeat(9);

        for (String token : Tokens.of(word)) {
            assertEquals(
                    token,
                    token.codePoints()
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString());
            assertEquals(false, Character.isHighSurrogate(token.charAt(token.length() - 1)));
        }
    }

    @Test
    void joinedTheTokensOfEveryPageAreThePage() {
        Manual manual = new Manual();
        for (String topic : manual.topics()) {
            String page = manual.page(topic).orElseThrow();
            assertEquals(page, String.join("", Tokens.of(page)));
        }
    }
}
