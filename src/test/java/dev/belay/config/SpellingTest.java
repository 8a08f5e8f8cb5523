package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> NAMES = List.of("model", "role", "color", "base_url", "temperature");

    @ParameterizedTest
    @CsvSource({"modle, model", "Model, model", "colour, color", "temp, temperature", "baseurl, base_url", "rle, role"})
    void aSlipIsKnownForWhatWasMeant(String slip, String meant) {
        assertEquals(Optional.of(meant), Spelling.nearest(slip, NAMES));
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "timeout", "''"})
    void anotherWordIsNoSlip(String word) {
        assertEquals(Optional.empty(), Spelling.nearest(word, NAMES));
        assertEquals("; known: model, role, color, base_url, temperature", Spelling.advice(word, NAMES));
    }

    @Test
    void keystrokesAreCountedBothWays() {
        assertEquals(0, Spelling.keystrokes("undo", "undo"));
        assertEquals(1, Spelling.keystrokes("un", "undo"));
        assertEquals(3, Spelling.keystrokes("kitten", "sitting"));
        assertEquals(3, Spelling.keystrokes("sitting", "kitten"));
        assertEquals(4, Spelling.keystrokes("", "undo"));
    }
}
