package dev.belay.chat;

import java.util.List;

/**
 * What a model is asked.
 *
 * @param model the provider's name of the model
 * @param system the system prompt, empty when there is none
 * @param messages oldest first; the last is the user's
 */
public record Prompt(String model, String system, List<Message> messages) {
    public Prompt {
        messages = List.copyOf(messages);
    }
}
