package dev.belay.chat;

import java.util.Optional;

/** How a model's thinking is shown; it is kept in any case. */
public enum Thinking {
    /** As it comes, dim. */
    SHOW("show"),
    /** How long it takes, and one line when it is over. */
    FOLD("fold"),
    /** Not at all. */
    HIDE("hide");

    private final String word;

    Thinking(String word) {
        this.word = word;
    }

    /** As the config and {@code /set} name it. */
    public String word() {
        return word;
    }

    public static Optional<Thinking> named(String word) {
        for (Thinking each : values()) {
            if (each.word.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
