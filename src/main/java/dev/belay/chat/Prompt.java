package dev.belay.chat;

import java.util.List;

/**
 * What a model is asked.
 *
 * @param model the provider's name of the model
 * @param system the system prompt, empty when there is none
 * @param messages oldest first; the last is the user's, but for a prefill
 * @param parameters how to answer
 */
public record Prompt(String model, String system, List<Message> messages, Parameters parameters) {
    public Prompt {
        messages = List.copyOf(messages);
    }

    public Prompt(String model, String system, List<Message> messages) {
        this(model, system, messages, Parameters.NONE);
    }

    /** Whether the model is to go on with its own last words: they are then the last message. */
    public boolean isPrefill() {
        return !messages.isEmpty() && messages.get(messages.size() - 1).role() == Message.Role.ASSISTANT;
    }
}
