package dev.belay.cli;

import dev.belay.session.SessionFilter;
import dev.belay.session.SessionSummary.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * What the options say about which sessions are meant.
 *
 * @param options as they were given
 */
record SessionsOptions(Options options) {

    private static final String AGES = "smhdw";
    private static final long[] SECONDS = {1, 60, 3600, 86_400, 604_800};

    /** How many: the usual number, unless another or all of them are wanted. */
    int most(int usual) {
        Optional<String> count = options.text("-n");
        if (options.is("--all") || count.isPresent() && count.get().equals("0")) {
            return Integer.MAX_VALUE;
        }
        return count.isEmpty() ? usual : number(count.get());
    }

    private static int number(String count) {
        if (!count.matches("[0-9]{1,9}")) {
            throw new UsageException("-n: “" + count + "” is not a number, such as 50; 0 is for all");
        }
        return Integer.parseInt(count);
    }

    SessionFilter filter(String words) {
        Optional<String> since = options.text("--since");
        return new SessionFilter(
                words,
                options.text("-m").orElse(""),
                since.isEmpty() ? Long.MIN_VALUE : since(since.get()),
                outcome());
    }

    private Optional<Ending> outcome() {
        if (options.text("--outcome").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ending.valueOf(
                options.oneOf("--outcome", "interrupted", "complete", "failed").toUpperCase(Locale.ROOT)));
    }

    /** So long ago, or the begin of that day where the person is. */
    private static long since(String when) {
        if (when.matches("[0-9]{1,6}[" + AGES + "]")) {
            long amount = Long.parseLong(when.substring(0, when.length() - 1));
            long seconds = amount * SECONDS[AGES.indexOf(when.charAt(when.length() - 1))];
            return Instant.now().minus(Duration.ofSeconds(seconds)).toEpochMilli();
        }
        try {
            return LocalDate.parse(when).atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
        } catch (DateTimeParseException neither) {
            throw new UsageException("--since: “" + when + "” is neither an age such as 7d or 2h, nor a date such as 2026-11-20");
        }
    }
}
