package dev.belay.provider;

import dev.belay.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a server asks to wait before the next request. */
final class RetryAfter {

    private RetryAfter() {}

    /** {@code retry-after-ms}, else {@code retry-after} in seconds or as a date. */
    static Optional<Duration> read(Refusal refusal) {
        Optional<Duration> exact = refusal.header("retry-after-ms").flatMap(ms -> number(ms, 1));
        return exact.isPresent()
                ? exact
                : refusal.header("retry-after")
                        .flatMap(value -> number(value, 1000).or(() -> date(value)));
    }

    /** Google's form, which is told in the body: {@code 34.5s}. */
    static Optional<Duration> seconds(String value) {
        return value.endsWith("s") ? number(value.substring(0, value.length() - 1), 1000) : Optional.empty();
    }

    private static Optional<Duration> number(String value, int unitInMillis) {
        try {
            double millis = Double.parseDouble(value.strip()) * unitInMillis;
            return millis >= 0 ? Optional.of(Duration.ofMillis((long) millis)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value) {
        try {
            Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
