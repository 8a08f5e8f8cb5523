package dev.belay.view.code;

import java.util.Locale;

/**
 * A fenced block of code in an answer.
 *
 * @param info what its fence says about it, such as the language
 * @param code without the fences and without the last line break, which would have a shell run the last line
 * @param end whether a fence closes it
 */
public record CodeBlock(String info, String code, End end) {

    /** How a block ends. */
    public enum End {
        /** As it should: by a fence, or with the list or quote that it is in. */
        CLOSED,
        /** With the text: the rest may be missing. */
        OPEN
    }

    /** Its language, in the word of the fence; empty if that says none. */
    public String language() {
        return Languages.word(info).toLowerCase(Locale.ROOT);
    }

    /** Whether it says that it is in this language, by this name. */
    public boolean isCalled(String language) {
        return language().equals(language.toLowerCase(Locale.ROOT));
    }

    /** Whether it says that it is in this language, by any of its names. */
    public boolean isIn(String language) {
        return LanguageNames.areSame(language.toLowerCase(Locale.ROOT), language());
    }
}
