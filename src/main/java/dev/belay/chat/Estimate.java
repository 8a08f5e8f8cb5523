package dev.belay.chat;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an answer took: as its provider told, and estimated for whatever it did not tell.
 *
 * @param inputTokens all that was read; empty where there is no telling
 * @param outputTokens all that was made, thinking included
 * @param dollars what it cost; empty where the price is not known
 */
public record Estimate(OptionalLong inputTokens, long outputTokens, OptionalDouble dollars) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** By length alone, without what was asked and without a price. */
    static Estimate ofText(String text, int thought) {
        return new Estimate(OptionalLong.empty(), ofLength((long) text.length() + thought), OptionalDouble.empty());
    }

    /**
     * By a meter.
     *
     * @param prompt what was asked
     * @param thought how many characters of thinking came
     */
    static Estimate by(Meter meter, Prompt prompt, String text, int thought, Usage told) {
        boolean nothingCame = text.isEmpty() && thought == 0;
        if (nothingCame && !told.isKnown()) {
            return ofText("", 0);
        }
        long toldOutput = told.outputTokens().orElse(0);
        long output = toldOutput > 0 || nothingCame ? toldOutput : meter.tokens(text) + ofLength(thought);
        OptionalLong input = told.inputTokens().isPresent() ? told.inputTokens() : inputTokens(prompt);
        return new Estimate(
                input, output, input.isPresent() ? meter.dollars(input.getAsLong(), output) : OptionalDouble.empty());
    }

    /** Empty when a picture or a document is in it: what such a one counts is for the provider to say. */
    private static OptionalLong inputTokens(Prompt prompt) {
        long length = prompt.system().length();
        for (Message message : prompt.messages()) {
            length += message.text().length();
            for (Attachment attachment : message.attachments()) {
                if (attachment.kind() != Attachment.Kind.TEXT) {
                    return OptionalLong.empty();
                }
                length += attachment.content().length;
            }
        }
        return OptionalLong.of(ofLength(length));
    }

    /** Tokens of a text of so many characters. */
    public static long ofLength(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
