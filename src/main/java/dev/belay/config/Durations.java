package dev.belay.config;

import java.time.Duration;
import java.util.Optional;

/** Reads {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}; a bare number is seconds. */
public final class Durations {

    /** What a duration must be, for messages. */
    public static final String WANTED = "a duration up to 24 days, such as 30s, 2m or 500ms";

    private static final double LONGEST_MILLIS = 24.0 * 24 * 3_600_000;

    private Durations() {}

    /** The duration; empty when it is none, or too short or too long to be meant. */
    public static Optional<Duration> read(String text) {
        double millis = Amount.of(text, Durations::unit);
        return millis >= 1 && millis <= LONGEST_MILLIS
                ? Optional.of(Duration.ofMillis((long) millis))
                : Optional.empty();
    }

    private static double unit(String name) {
        return switch (name) {
            case "ms" -> 1;
            case "s", "" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> Amount.NONE;
        };
    }
}
