package dev.belay.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Reads from when on something is wanted: a time back from now, as in {@code 7d} or {@code 2h}, or a day, as in {@code 2026-11-20}. */
public final class Since {

    /** What it must be, for messages. */
    public static final String WANTED = "a time back such as 2h, 7d or 4w, or a date such as 2026-11-20";

    private static final double LONGEST_MILLIS = 100.0 * 366 * 24 * 3_600_000;

    private Since() {}

    /** The moment; empty when the text is none that has been. A day begins at midnight where {@code now} is. */
    public static Optional<Instant> read(String text, ZonedDateTime now) {
        String said = text.strip();
        double millis = Amount.of(said, Since::unit);
        if (millis >= 1 && millis <= LONGEST_MILLIS) {
            return Optional.of(now.toInstant().minus(Duration.ofMillis((long) millis)));
        }
        try {
            Instant day = LocalDate.parse(said).atStartOfDay(now.getZone()).toInstant();
            return day.isAfter(now.toInstant()) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** A bare number would be days to one and seconds to another: there is none. */
    private static double unit(String name) {
        return switch (name) {
            case "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 24 * 3_600_000;
            case "w" -> 7 * 24 * 3_600_000;
            default -> Amount.NONE;
        };
    }
}
