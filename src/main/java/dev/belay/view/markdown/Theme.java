package dev.belay.view.markdown;

import java.util.Map;

/**
 * How rendered answers look on this terminal.
 *
 * @param depth how many colours it has
 * @param background what it is written on
 * @param signs whether it shows more than ASCII
 * @param links how the target of a link is told
 * @param inks what the config says of single ones, by their words
 */
public record Theme(Depth depth, Background background, Signs signs, Links links, Map<String, String> inks) {

    /** How many colours there are. */
    public enum Depth {
        /** No escape sequences at all: the signs of Markdown stay. */
        NONE,
        /** The terminal's own sixteen. */
        SIXTEEN,
        /** Those of xterm. */
        PALETTE,
        /** All of them. */
        TRUE
    }

    /** What colours are seen against. */
    public enum Background {
        DARK,
        LIGHT
    }

    /** What lines and bullets are made of. */
    public enum Signs {
        ASCII,
        UNICODE
    }

    /** Where the target of a link goes. */
    public enum Links {
        /** Into an escape sequence, so that the text can be clicked. */
        HIDDEN,
        /** In brackets behind the text. */
        WRITTEN
    }

    boolean isPlain() {
        return depth == Depth.NONE;
    }

    String bar() {
        return signs == Signs.UNICODE ? "│ " : "| ";
    }

    String line() {
        return signs == Signs.UNICODE ? "─" : "-";
    }

    String bullet(int depth) {
        return signs == Signs.UNICODE ? depth % 2 == 0 ? "•" : "◦" : "-";
    }

    String task(boolean done) {
        return signs == Signs.UNICODE ? done ? "☑" : "☐" : done ? "[x]" : "[ ]";
    }

    /** Between the cells of a table. */
    String between() {
        return signs == Signs.UNICODE ? " │ " : " | ";
    }

    /** Where the line under a table's head crosses that. */
    String crossing() {
        return signs == Signs.UNICODE ? "─┼─" : "-+-";
    }
}
