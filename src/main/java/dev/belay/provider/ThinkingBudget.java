package dev.belay.provider;

import dev.belay.chat.ProblemException;

/** Efforts as numbers of tokens, for models that take no words for them. */
final class ThinkingBudget {

    private ThinkingBudget() {}

    /**
     * @param effort one of the usual words, or the number itself
     * @throws ProblemException when it is neither
     */
    static long of(String effort) {
        return switch (effort) {
            case "minimal" -> 1_024;
            case "low" -> 2_048;
            case "medium" -> 8_192;
            case "high" -> 16_384;
            case "xhigh", "max" -> 24_576;
            default -> number(effort);
        };
    }

    private static long number(String effort) {
        if (!effort.matches("[1-9]\\d{0,8}")) {
            throw ProblemException.configuration(
                    "this model knows no reasoning effort “" + effort + "”",
                    "write none, minimal, low, medium, high, max, or a number of tokens");
        }
        return Long.parseLong(effort);
    }
}
