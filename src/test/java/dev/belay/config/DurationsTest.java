package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"30s,30000", "2m,120000", "500ms,500", "1.5,1500", "1h,3600000"})
    void durationsAreReadInAllTheirForms(String text, long millis) {
        assertEquals(Optional.of(Duration.ofMillis(millis)), Durations.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1s", "0", "1w", "1e9s", "99999999999h", "1..2s"})
    void whatIsNoDurationIsRefused(String text) {
        assertEquals(Optional.empty(), Durations.read(text));
    }

    @ParameterizedTest
    @CsvSource({"20MB,20000000", "500 KB,500000", "1.5GiB,1610612736", "1000,1000", "1mib,1048576"})
    void sizesAreReadInAllTheirForms(String text, long bytes) {
        assertEquals(Optional.of(bytes), Sizes.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MB", "-1MB", "0", "20 apples", "NaN", "99999999999GB"})
    void whatIsNoSizeIsRefused(String text) {
        assertEquals(Optional.empty(), Sizes.read(text));
    }
}
