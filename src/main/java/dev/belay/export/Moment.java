package dev.belay.export;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Moments as the journal writes them, for people. */
public final class Moment {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Moment() {}

    /** Empty for what is no moment. */
    public static Optional<Instant> of(String when) {
        try {
            return when.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(when));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** To the minute, in this zone; empty for what is no moment. */
    public static String minute(String when, ZoneId zone) {
        return of(when).map(instant -> MINUTES.format(instant.atZone(zone))).orElse("");
    }

    /** The time between two, such as {@code 1.3 s}; empty where one of them is not known. */
    static String between(String begin, String end) {
        Optional<Instant> from = of(begin);
        Optional<Instant> to = of(end);
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            return "";
        }
        long tenths = (Duration.between(from.get(), to.get()).toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
