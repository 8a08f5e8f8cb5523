package dev.belay.view;

/**
 * How our own words look.
 *
 * @param colour whether escape sequences may be used
 * @param utf8 whether the terminal shows more than ASCII
 */
public record Style(boolean colour, boolean utf8) {

    private static final String RESET = "\u001b[0m";

    public String dim(String text) {
        return colour ? "\u001b[2m" + text + RESET : text;
    }

    public String warning(String text) {
        return colour ? "\u001b[33m" + text + RESET : text;
    }

    public String error(String text) {
        return colour ? "\u001b[31m" + text + RESET : text;
    }

    public String bold(String text) {
        return colour ? "\u001b[1m" + text + RESET : text;
    }

    /** The sign before the line that tells of a stop. */
    public String stopSign() {
        return utf8 ? "⏹" : "#";
    }

    public String failureSign() {
        return utf8 ? "✗" : "!";
    }

    /** Between two facts on one line. */
    public String dot() {
        return utf8 ? " · " : " - ";
    }

    /** What the prompt's line begins with. */
    public String prompt() {
        return utf8 ? "› " : "> ";
    }
}
