package dev.belay.chat;

import java.util.List;

/**
 * One message as a provider is sent it.
 *
 * @param role who said it
 * @param text what was said
 * @param attachments files that go before the text; only a user's message has any
 */
public record Message(Role role, String text, List<Attachment> attachments) {
    public Message {
        attachments = List.copyOf(attachments);
    }

    /** Who said it. The system prompt travels apart, in {@link Prompt#system()}. */
    public enum Role {
        /** The person at the keyboard. */
        USER,
        /** The model. */
        ASSISTANT
    }

    public static Message user(String text) {
        return user(text, List.of());
    }

    public static Message user(String text, List<Attachment> attachments) {
        return new Message(Role.USER, text, attachments);
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, text, List.of());
    }
}
