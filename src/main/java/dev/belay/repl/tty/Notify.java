package dev.belay.repl.tty;

/** How somebody who looks elsewhere is told that a long answer has ended. */
public enum Notify {
    /** Not at all. */
    OFF("off"),
    /** By the terminal's bell. */
    BELL("bell"),
    /** By the desktop. */
    DESKTOP("desktop");

    private final String word;

    Notify(String word) {
        this.word = word;
    }

    /** By the config's word. */
    public static Notify named(String word) {
        for (Notify each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        return OFF;
    }
}
