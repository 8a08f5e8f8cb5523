package dev.belay.cli.complete;

/** What a shell may offer where a value is to follow. */
public enum Values {
    /** Nothing: only the person knows. */
    FREE(""),
    /** Files, by the shell itself. */
    FILES(""),
    /** Models, as far as they were listed before. */
    MODELS("models"),
    /** Providers, those that are set up before all. */
    PROVIDERS("providers"),
    /** Saved sessions, by their titles and ids. */
    SESSIONS("sessions"),
    /** Roles. */
    ROLES("roles");

    private final String word;

    Values(String word) {
        this.word = word;
    }

    /** As {@code belay completion --values} takes it; empty where the program is not asked. */
    public String word() {
        return word;
    }

    boolean isLive() {
        return !word.isEmpty();
    }
}
