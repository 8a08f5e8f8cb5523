package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanerTest {

    private static final String[] HOSTILE = {
        "\u001b[31m",
        "\u001b]0;title\u0007",
        "\u001b]8;;http://x\u001b\\",
        "\u001bP+q544e\u001b\\",
        "\u001b_x\u001b\\",
        "\u001b^pm\u001b\\",
        "\u001bc",
        "\u001b[?1049h",
        "\u001b[2J",
        "\u001b[6n",
        "\u009b31m",
        "\u009d0;t\u009c",
        "\u0090q\u009c",
        "\r",
        "\r\n",
        "\b",
        "\u0007",
        "\u007f",
        "\u0000",
        "\u000e",
        "\u000f",
        "\u0085",
        "\u202e",
        "\u202a",
        "\u2066",
        "\u2069",
        "\u2028",
        "\ud83d",
        "\ude00",
        "😀",
        "e\u0301",
        "👨‍👩‍👧",
        "\t",
        "\n",
        "plain text",
        "ä",
        "漢字"
    };

    @ParameterizedTest
    @CsvSource({
        "'\u001b[31mred','^[[31mred'",
        "'a\u0007b','a^Gb'",
        "'\u009b1m','<U+009B>1m'",
        "'a\u202eb','a<U+202E>b'",
        "'x\u007f','x^?'"
    })
    void whatCouldSteerATerminalIsShown(String text, String shown) {
        assertEquals(shown, Cleaner.clean(text));
    }

    @Test
    void newlinesTabsAndEveryOtherCharacterPass() {
        String text = "a\tb\nc ä 漢字 😀 e\u0301 👨‍👩‍👧 \u200f עברית";
        assertEquals(text, Cleaner.clean(text));
    }

    @Test
    void aReturnBeforeANewlineIsPartOfIt() {
        Cleaner cleaner = new Cleaner();
        assertEquals("a", cleaner.next("a\r"));
        assertEquals("\nb", cleaner.next("\nb\r"));
        assertEquals("^Mc", cleaner.next("c"));
    }

    @Test
    void aCharacterCutInTwoIsWholeAgain() {
        Cleaner cleaner = new Cleaner();
        assertEquals("x", cleaner.next("x\ud83d"));
        assertEquals("😀", cleaner.next("\ude00"));
        assertEquals("", cleaner.rest());
    }

    /** Any mixture, cut anywhere: no control sequence comes out, and the cuts make no difference. */
    @Test
    void noInputSteersTheTerminalHoweverItIsCut() {
        Random random = new Random(42);
        for (int run = 0; run < 20_000; run++) {
            StringBuilder input = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                input.append(
                        random.nextInt(4) == 0
                                ? (char) random.nextInt(0x3000)
                                : HOSTILE[random.nextInt(HOSTILE.length)]);
            }
            String text = input.toString();
            String whole = Cleaner.clean(text);
            assertFalse(
                    whole.codePoints().anyMatch(CleanerTest::steers), () -> escaped(text) + " gave " + escaped(whole));
            assertEquals(whole, cut(text, random), () -> escaped(text));
        }
    }

    private static String cut(String text, Random random) {
        Cleaner cleaner = new Cleaner();
        StringBuilder out = new StringBuilder();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(3));
            out.append(cleaner.next(text.substring(from, to)));
            from = to;
        }
        return out.append(cleaner.rest()).toString();
    }

    /** Written anew from the standards, not from the code under test. */
    private static boolean steers(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t';
        byte direction = Character.getDirectionality(c);
        boolean override = direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING
                || direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE
                || direction == Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT
                || direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE
                || direction == Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE
                || direction == Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE;
        return control || override || Character.getType(c) == Character.SURROGATE;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(String.format("\\u%04x", c)));
        return out.toString();
    }

    @Test
    void aMillionHostileCharactersTakeLinearTime() {
        String text = "\u001b[31m".repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertEquals(text.length() + 200_000, Cleaner.clean(text).length()));
    }
}
