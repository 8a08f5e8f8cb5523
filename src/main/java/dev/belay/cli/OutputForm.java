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

    static OutputForm of(Options options) {
        String word = options.oneOf("-o", "markdown", "text", "json", "jsonl");
        for (OutputForm form : values()) {
            if (form.word.equals(word)) {
                return form;
            }
        }
        throw new IllegalStateException(word);
    }

    /** The form of an answer. */
    static OutputForm ofAnswer(Options options) {
        OutputForm form = of(options);
        if (form == JSON || form == JSONL) {
            throw new UsageException("-o " + form.word + ": an answer is text in this version; belay models -o " + form.word
                    + " lists models in that form");
        }
        return form;
    }
}
