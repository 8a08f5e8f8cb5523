package dev.belay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What the person asked for on the command line. Reading a value that makes no sense is a {@link UsageException}. */
final class Options {

    private final ParseResult parsed;

    Options(ParseResult parsed) {
        this.parsed = parsed;
    }

    boolean is(String flag) {
        return parsed.hasMatchedOption(flag);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(parsed.<String>matchedOptionValue(option, null));
    }

    /** Of an option that may be given several times. */
    List<String> texts(String option) {
        return parsed.matchedOptionValue(option, List.of());
    }

    Optional<Duration> duration(String option) {
        return text(option).map(value -> Durations.read(option, value));
    }

    /** The message's words, joined. */
    String words() {
        return String.join(" ", parsed.matchedPositionalValue(0, List.<String>of()));
    }

    /** The system prompt; {@code @FILE} is read. */
    Optional<String> system() {
        Optional<String> given = text("-s");
        return given.isPresent() && given.get().startsWith("@")
                ? Optional.of(fileText(given.get().substring(1)))
                : given;
    }

    private static String fileText(String name) {
        try {
            return Files.readString(Path.of(name)).strip();
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            throw new UsageException("-s: cannot read the file “" + name + "”; check its name");
        }
    }

    /** One of the given values; the first is the default. */
    String oneOf(String option, String... values) {
        String given = text(option).orElse(values[0]);
        for (String value : values) {
            if (value.equals(given)) {
                return given;
            }
        }
        throw new UsageException(option + ": “" + given + "” is not one of " + String.join(", ", values));
    }
}
