package dev.belay.bench;

import java.util.Locale;

/** How an answer is cut into pieces when it is fed to the rendering. */
enum Cut {
    TOKENS,
    CHARACTERS,
    LINES,
    WHOLE;

    String words() {
        return this == WHOLE ? "whole" : "by " + name().toLowerCase(Locale.ROOT);
    }

    /** Where the piece ends that begins here. */
    int end(String text, int begin, MixedMarkdown source) {
        int end = switch (this) {
            case TOKENS -> begin + source.token();
            case CHARACTERS -> begin + 1;
            case LINES -> text.indexOf('\n', begin) < 0 ? text.length() : text.indexOf('\n', begin) + 1;
            case WHOLE -> text.length();
        };
        return Math.min(end, text.length());
    }
}
