package dev.belay.chat;

/** One message as a provider is sent it. */
public record Message(Role role, String text) {

    /** Who said it. The system prompt travels apart, in {@link Prompt#system()}. */
    public enum Role {
        /** The person at the keyboard. */
        USER,
        /** The model. */
        ASSISTANT
    }

    public static Message user(String text) {
        return new Message(Role.USER, text);
    }

    public static Message assistant(String text) {
        return new Message(Role.ASSISTANT, text);
    }
}
