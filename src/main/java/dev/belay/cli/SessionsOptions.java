package dev.belay.cli;

import dev.belay.session.SessionFilter;
import dev.belay.session.SessionSummary.Ending;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the options say about which sessions are meant.
 *
 * @param options as they were given
 */
record SessionsOptions(Options options) {

    static final List<String> OUTCOMES = List.of("complete", "interrupted", "failed");

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
        Optional<Instant> since = options.since(ZonedDateTime.now(ZoneId.systemDefault()));
        return new SessionFilter(
                words,
                options.text("-m").orElse(""),
                since.isEmpty() ? Long.MIN_VALUE : since.get().toEpochMilli(),
                outcome());
    }

    private Optional<Ending> outcome() {
        if (options.text("--outcome").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ending.valueOf(options.oneOf("--outcome", OUTCOMES).toUpperCase(Locale.ROOT)));
    }
}
