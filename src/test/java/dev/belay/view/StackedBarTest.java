package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackedBarTest {

    private static final Style PLAIN = new Style(false, true);

    @Test
    void partsHaveTheirShare() {
        assertEquals("████▒▒××", new StackedBar(8, 4).of(PLAIN, 2, 1, 1));
        assertEquals("####==xx", new StackedBar(8, 4).of(new Style(true, false), 2, 1, 1));
        assertEquals("██", new StackedBar(8, 4).of(PLAIN, 1, 0, 0));
    }

    @Test
    void thereIsNoPartTooSmallToBeSeenNorABarTooLong() {
        assertEquals("██████▒×", new StackedBar(8, 1000).of(PLAIN, 998, 1, 1));
        assertEquals("", new StackedBar(8, 1000).of(PLAIN, 0, 0, 0));
        assertEquals("▒", new StackedBar(8, 1000).of(PLAIN, 0, 1, 0));
    }

    @Test
    void inColoursACellMayHaveTwo() {
        assertEquals(
                "\u001b[32m█\u001b[0m\u001b[32m\u001b[43m▌\u001b[0m\u001b[33m█\u001b[0m\u001b[33m▌\u001b[0m",
                new StackedBar(4, 16).of(new Style(true, true), 6, 8, 0).replace("\u001b[33m\u001b[0m", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "950,950",
        "999,999",
        "1000,1k",
        "1234,1.2k",
        "9960,10k",
        "84123,84k",
        "999499,999k",
        "999500,1M",
        "1234567,1.2M",
        "5000000000,5G"
    })
    void largeNumbersAreShort(long count, String text) {
        assertEquals(text, Count.text(count));
    }
}
