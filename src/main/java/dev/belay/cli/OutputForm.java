package dev.belay.cli;

/** The forms in which output can be asked for, by {@code -o}. */
enum OutputForm {
    /** As it is. */
    TEXT("text"),
    /** On a terminal rendered, elsewhere as it is. */
    MARKDOWN("markdown"),
    /** One JSON document. */
    JSON("json"),
    /** One JSON document a line. */
    JSONL("jsonl");

    private final String word;

    OutputForm(String word) {
        this.word = word;
    }

    /** As {@code -o} takes it. */
    String word() {
        return word;
    }

    boolean isForPrograms() {
        return this == JSON || this == JSONL;
    }

    static OutputForm of(Options options) {
        String word = options.oneOf("-o", "markdown", "text", "json", "jsonl");
        for (OutputForm form : values()) {
            if (form.word.equals(word)) {
                return form;
            }
        }
        throw new IllegalStateException(word);
    }
}
