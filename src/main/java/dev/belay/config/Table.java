package dev.belay.config;

import dev.belay.chat.Parameters;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Thinking;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A table of the config file; its values are looked at when they are asked for, so that a mistake in one that nobody needs
 * does no harm.
 *
 * @param file where it stands; null for one that was made of values that were looked at before
 * @param path the names that lead to it
 * @param values by name; some may be keys
 */
record Table(@Nullable ConfigFile file, List<String> path, Entries values) {

    /**
     * The value of a key, if it is there.
     *
     * @throws ProblemException with file and line when it is not what it must be
     */
    <T> Optional<T> get(Key<T> key) {
        Object value = values.get(key.name());
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> read = key.kind().read(value);
        if (read.isEmpty()) {
            throw written().problem(wrong(key, value));
        }
        return read;
    }

    /** What to say of a value that is not what it must be; the value itself is not repeated, it may be a key. */
    Mistake wrong(Key<?> key, Object value) {
        List<String> to = to(key.name());
        Optional<String> meant =
                value instanceof String text ? Spelling.nearest(text, key.kind().choices()) : Optional.empty();
        return new Mistake(
                to,
                Mistake.dotted(to) + " must be " + key.kind().wanted()
                        + meant.map(choice -> "; did you mean “" + choice + "”?")
                                .orElse(""));
    }

    /** What is said of how to answer; empty where nothing is. */
    Parameters parameters() {
        if (values.isEmpty()) {
            return Parameters.NONE;
        }
        Optional<Double> temperature = get(Keys.TEMPERATURE);
        Optional<Long> maxTokens = get(Keys.MAX_TOKENS);
        return new Parameters(
                temperature.isPresent() ? OptionalDouble.of(temperature.get()) : OptionalDouble.empty(),
                maxTokens.isPresent() ? OptionalLong.of(maxTokens.get()) : OptionalLong.empty(),
                get(Keys.STOP).orElse(List.of()),
                effort(),
                Optional.empty());
    }

    /** At the top of the file some words are no effort. */
    private Optional<String> effort() {
        return path.isEmpty()
                ? get(Keys.REASONING).filter(word -> Thinking.named(word).isEmpty())
                : get(Keys.EFFORT);
    }

    /** Whether a table of this name is in it. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The table of this name; one without values when it is not there. */
    Table table(String name) {
        Object value = values.get(name);
        if (value == null) {
            return new Table(file, to(name), new Entries());
        }
        if (value instanceof Entries table) {
            return new Table(file, to(name), table);
        }
        throw written().problem(new Mistake(to(name), Mistake.dotted(to(name)) + " must be a table"));
    }

    /** The file, for what is said of something in it. */
    ConfigFile written() {
        return Objects.requireNonNull(file, "nothing was written");
    }

    /** In the order of the file. */
    List<String> names() {
        return new ArrayList<>(values.keySet());
    }

    /** The path of something in this table. */
    List<String> to(String name) {
        List<String> to = new ArrayList<>(path);
        to.add(name);
        return to;
    }

    /** The path alone: the values are not for logs. */
    @Override
    public String toString() {
        return Mistake.dotted(path);
    }
}
