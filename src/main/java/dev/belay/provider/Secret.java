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

    /** The text with this key blotted out, should a server repeat it; also without the word before it, as in Bearer KEY. */
    String hideIn(String text) {
        String hidden = value.length() < 6 ? text : text.replace(value, "•••");
        String bare = value.substring(value.lastIndexOf(' ') + 1);
        return bare.length() < 6 ? hidden : hidden.replace(bare, "•••");
    }

    @Override
    public String toString() {
        return "•••";
    }
}
