package dev.belay.chat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a model is asked to answer; what is absent is left to the model. A dialect sends what is here as its service wants it
 * and adds nothing of its own but what the service demands.
 *
 * @param temperature how freely words are chosen, from 0
 * @param maxTokens the longest answer
 * @param stop texts that end the answer; empty for none
 * @param reasoning how much to think, in the provider's word, such as {@code low}, {@code high} or {@code none}
 * @param schema the JSON schema that the answer must follow, as JSON text
 */
public record Parameters(
        OptionalDouble temperature,
        OptionalLong maxTokens,
        List<String> stop,
        Optional<String> reasoning,
        Optional<String> schema) {

    public static final Parameters NONE =
            new Parameters(OptionalDouble.empty(), OptionalLong.empty(), List.of(), Optional.empty(), Optional.empty());

    /** Nothing but a JSON schema, or nothing at all. */
    public static Parameters following(Optional<String> schema) {
        return new Parameters(OptionalDouble.empty(), OptionalLong.empty(), List.of(), Optional.empty(), schema);
    }

    public Parameters {
        stop = List.copyOf(stop);
    }

    /** What is absent here is taken from others. */
    public Parameters or(Parameters others) {
        return new Parameters(
                temperature.isPresent() ? temperature : others.temperature,
                maxTokens.isPresent() ? maxTokens : others.maxTokens,
                stop.isEmpty() ? others.stop : stop,
                reasoning.isPresent() ? reasoning : others.reasoning,
                schema.isPresent() ? schema : others.schema);
    }
}
