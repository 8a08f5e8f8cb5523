package dev.belay.provider;

/** A key, kept out of every message, log and exception by having no text of its own. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value.strip();
    }

    /** The key itself, for the request's header only. */
    String reveal() {
        return value;
    }

    /** The text with this key blotted out, should a server repeat it. */
    String hideIn(String text) {
        return value.length() < 6 ? text : text.replace(value, "•••");
    }

    @Override
    public String toString() {
        return "•••";
    }
}
