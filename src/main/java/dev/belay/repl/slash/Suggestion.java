package dev.belay.repl.slash;

/**
 * A text that may follow a command's name, as Tab offers it. One of several words is offered word by word.
 *
 * @param description what it is, in a few words; empty where the text says it all
 */
public record Suggestion(String text, String description) {

    public Suggestion(String text) {
        this(text, "");
    }
}
