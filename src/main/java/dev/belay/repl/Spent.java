package dev.belay.repl;

import dev.belay.chat.Answer;
import dev.belay.chat.Usage;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One answer, as far as its cost goes.
 *
 * @param terms of the model that gave it
 */
record Spent(Terms terms, Answer answer) {

    /** Whether the provider may know more than it has told. */
    boolean isOpen() {
        return !answer.receipt().isEmpty() && answer.usage().dollars().isEmpty();
    }

    Spent settled(Usage told) {
        return new Spent(terms, answer.settled(told));
    }

    boolean isToldInput() {
        return answer.usage().inputTokens().isPresent();
    }

    /** Told or estimated. */
    OptionalLong input() {
        return isToldInput() ? answer.usage().inputTokens() : answer.estimate().inputTokens();
    }

    OptionalDouble toldDollars() {
        return terms.isFree() ? OptionalDouble.of(0) : answer.usage().dollars();
    }

    /** By the price list, also where that was not at hand when the answer ended. */
    OptionalDouble reckonedDollars() {
        if (answer.estimate().dollars().isPresent()) {
            return answer.estimate().dollars();
        }
        return input().isPresent() ? terms.dollars(input().getAsLong(), answer.outputTokens()) : OptionalDouble.empty();
    }
}
