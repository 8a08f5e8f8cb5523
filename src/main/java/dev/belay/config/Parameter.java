package dev.belay.config;

import dev.belay.chat.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One of the {@link Parameters} that a person can set. */
public enum Parameter {
    TEMPERATURE(Keys.TEMPERATURE),
    MAX_TOKENS(Keys.MAX_TOKENS),
    STOP(Keys.STOP),
    REASONING(Keys.EFFORT);

    private final Key<?> key;

    Parameter(Key<?> key) {
        this.key = key;
    }

    /** As the config and {@code /set} name it. */
    public String word() {
        return key.name();
    }

    /** What its value must be. */
    public String wanted() {
        return key.kind().wanted();
    }

    /** This parameter alone, read from what a person typed; empty when that is no value for it. */
    public Optional<Parameters> read(String text) {
        Entries typed = new Entries();
        typed.put(word(), value(text));
        return key.kind().read(value(text)).isPresent()
                ? Optional.of(new Table(null, List.of(), typed).parameters())
                : Optional.empty();
    }

    private Object value(String text) {
        try {
            return switch (this) {
                case TEMPERATURE -> Double.valueOf(text.strip());
                case MAX_TOKENS -> Long.valueOf(text.strip());
                case STOP -> text.replace("\\n", "\n");
                case REASONING -> text;
            };
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }

    /** Its value as text, if it is set. */
    public Optional<String> in(Parameters parameters) {
        return switch (this) {
            case TEMPERATURE ->
                parameters.temperature().isPresent()
                        ? Optional.of(String.valueOf(parameters.temperature().getAsDouble()))
                        : Optional.empty();
            case MAX_TOKENS ->
                parameters.maxTokens().isPresent()
                        ? Optional.of(String.valueOf(parameters.maxTokens().getAsLong()))
                        : Optional.empty();
            case STOP ->
                parameters.stop().isEmpty()
                        ? Optional.empty()
                        : Optional.of(String.join(" | ", parameters.stop()).replace("\n", "\\n"));
            case REASONING -> parameters.reasoning();
        };
    }

    /** All the others. */
    Parameters without(Parameters all) {
        return new Parameters(
                this == TEMPERATURE ? OptionalDouble.empty() : all.temperature(),
                this == MAX_TOKENS ? OptionalLong.empty() : all.maxTokens(),
                this == STOP ? List.of() : all.stop(),
                this == REASONING ? Optional.empty() : all.reasoning(),
                all.schema());
    }

    public static Optional<Parameter> named(String word) {
        for (Parameter parameter : values()) {
            if (parameter.word().equals(word.replace('-', '_'))) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    public static List<String> words() {
        return List.of(TEMPERATURE.word(), MAX_TOKENS.word(), STOP.word(), REASONING.word());
    }
}
