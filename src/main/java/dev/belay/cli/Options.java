package dev.belay.cli;

import dev.belay.chat.Parameters;
import dev.belay.config.Durations;
import dev.belay.config.Parameter;
import dev.belay.config.Params;
import dev.belay.config.Since;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What the person asked for on the command line. Reading a value that makes no sense is a {@link UsageException}. A file that
 * one names is read once: it may be a pipe. Lives on the main thread.
 */
final class Options {

    private final ParseResult parsed;
    private @Nullable Optional<String> system;
    private @Nullable Params params;

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
        return text(option)
                .map(value -> Durations.read(value)
                        .orElseThrow(
                                () -> new UsageException(option + ": “" + value + "” is not " + Durations.WANTED)));
    }

    /** From when on something is wanted, for the commands that have that option. */
    Optional<Instant> since(ZonedDateTime now) {
        return text("--since")
                .map(value -> Since.read(value, now)
                        .orElseThrow(() -> new UsageException("--since: “" + value + "” is not " + Since.WANTED)));
    }

    /** How the model is to answer. */
    Parameters parameters() {
        return parameter("-t", Parameter.TEMPERATURE)
                .or(parameter("--max-tokens", Parameter.MAX_TOKENS))
                .or(parameter("--reasoning", Parameter.REASONING));
    }

    private Parameters parameter(String option, Parameter parameter) {
        Optional<String> given = text(option);
        return given.isEmpty()
                ? Parameters.NONE
                : parameter
                        .read(given.get())
                        .orElseThrow(() ->
                                new UsageException(option + ": “" + given.get() + "” is not " + parameter.wanted()));
    }

    /** The message's words, joined. */
    String words() {
        return String.join(" ", parsed.matchedPositionalValue(0, List.<String>of()));
    }

    /** The system prompt; {@code @FILE} is read. */
    Optional<String> system() {
        if (system == null) {
            Optional<String> given = text("-s");
            system = given.isPresent() && given.get().startsWith("@")
                    ? Optional.of(fileText("-s", given.get().substring(1)))
                    : given;
        }
        return system;
    }

    /** Values for variables. */
    Params params() {
        if (params == null) {
            params = texts("-p").isEmpty() ? Params.NONE : Params.of(texts("-p"), name -> fileText("-p", name));
        }
        return params;
    }

    private static String fileText(String option, String name) {
        try {
            return Files.readString(Path.of(name)).strip();
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            throw new UsageException(option + ": cannot read the file “" + name + "”; check its name");
        }
    }

    /** One of the given values; the first is the default. */
    String oneOf(String option, List<String> values) {
        String given = text(option).orElse(values.get(0));
        if (values.contains(given)) {
            return given;
        }
        throw new UsageException(option + ": “" + given + "” is not one of " + String.join(", ", values));
    }
}
