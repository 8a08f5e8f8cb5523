package dev.belay.cli;

import java.util.List;

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

    /** As {@code -o} takes them, the usual one first. */
    static final List<String> WORDS = List.of(MARKDOWN.word, TEXT.word, JSON.word, JSONL.word);

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
        String word = options.oneOf("-o", WORDS);
        for (OutputForm form : values()) {
            if (form.word.equals(word)) {
                return form;
            }
        }
        throw new IllegalStateException(word);
    }
}
