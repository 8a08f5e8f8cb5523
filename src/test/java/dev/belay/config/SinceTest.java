package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-28T12:00:00+01:00[Europe/Berlin]");

    @ParameterizedTest
    @CsvSource({
        "30s,2026-11-28T10:59:30Z", "90m,2026-11-28T09:30:00Z", "2h,2026-11-28T09:00:00Z", "7d,2026-11-21T11:00:00Z",
        "1.5d,2026-11-26T23:00:00Z", "4w,2026-10-31T11:00:00Z", "3650d,2016-11-30T11:00:00Z",
                "' 1d ',2026-11-27T11:00:00Z"
    })
    void aTimeBackIsCountedFromNow(String text, String moment) {
        assertEquals(Optional.of(Instant.parse(moment)), Since.read(text, NOW));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20,2026-11-19T23:00:00Z", "2026-07-01,2026-06-30T22:00:00Z", "2026-11-28,2026-11-27T23:00:00Z"
    })
    void aDayBeginsAtThePersonsMidnight(String text, String moment) {
        assertEquals(Optional.of(Instant.parse(moment)), Since.read(text, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "d",
                "-1d",
                "0d",
                "7 days",
                "NaNd",
                "1e9d",
                "99999999d",
                "2026-13-01",
                "2026-02-30",
                "20.11.2026",
                "2026-11-29",
                "yesterday"
            })
    void whatIsNoMomentThatHasBeenIsRefused(String text) {
        assertEquals(Optional.empty(), Since.read(text, NOW));
    }
}
