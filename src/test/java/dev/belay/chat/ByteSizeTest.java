package dev.belay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1 KB",
        "1050, 1.1 KB",
        "9949, 9.9 KB",
        "9950, 10 KB",
        "120400, 120 KB",
        "999499, 999 KB",
        "999500, 1 MB",
        "3400000, 3.4 MB",
        "20000000, 20 MB",
        "20499999, 20 MB",
        "999499999, 999 MB",
        "999500000, 1 GB",
        "5000000000, 5 GB",
        "10240000000, 10 GB"
    })
    void aSizeIsShownAsPeopleReadIt(long bytes, String words) {
        assertEquals(words, ByteSize.words(bytes));
    }
}
