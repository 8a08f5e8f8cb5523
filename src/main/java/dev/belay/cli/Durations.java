package dev.belay.cli;

import java.time.Duration;

/** Reads {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h}; a bare number is seconds. */
final class Durations {

    private static final double LONGEST_MILLIS = 24.0 * 24 * 3_600_000;

    private Durations() {}

    static Duration read(String option, String text) {
        int digits = 0;
        while (digits < text.length() && (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '.')) {
            digits++;
        }
        try {
            double millis = Double.parseDouble(text.substring(0, digits)) * unit(text.substring(digits));
            if (millis >= 1 && millis <= LONGEST_MILLIS) {
                return Duration.ofMillis((long) millis);
            }
        } catch (IllegalArgumentException noDuration) {
            // Said below, with all else that is no duration.
        }
        throw new UsageException(option + ": “" + text + "” is no duration up to 24 days; write one like 30s, 2m or 500ms");
    }

    private static long unit(String name) {
        return switch (name) {
            case "ms" -> 1;
            case "s", "" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
