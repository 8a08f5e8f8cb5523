package dev.belay.provider;

import java.util.Locale;

/**
 * What the wire has to know of a model that speaks Anthropic's dialect, read off its name.
 *
 * @param generation 100 × the version and its part behind the point, as 405 for {@code claude-haiku-4-5}
 */
record ClaudeModel(int generation) {

    private static final int OTHER = 0;
    private static final int NEWEST = Integer.MAX_VALUE;
    private static final int LONGEST_VERSION = 2;

    /** Names are written in many ways: {@code claude-3-5-sonnet-20241022}, {@code anthropic/claude-opus-4.6}. */
    static ClaudeModel named(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        int at = name.indexOf("claude");
        if (at < 0) {
            return new ClaudeModel(OTHER);
        }
        while (at < name.length() && !isDigit(name, at)) {
            at++;
        }
        int length = digits(name, at);
        if (length == 0 || length > LONGEST_VERSION) {
            return new ClaudeModel(NEWEST);
        }
        int end = at + length;
        return new ClaudeModel(100 * Integer.parseInt(name.substring(at, end)) + part(name, end));
    }

    /** The number behind a point or a dash; a longer one is a date. */
    private static int part(String name, int at) {
        boolean separated = name.startsWith("-", at) || name.startsWith(".", at);
        int length = separated ? digits(name, at + 1) : 0;
        return length == 0 || length > LONGEST_VERSION ? 0 : Integer.parseInt(name.substring(at + 1, at + 1 + length));
    }

    private static int digits(String name, int from) {
        int to = from;
        while (isDigit(name, to)) {
            to++;
        }
        return to - from;
    }

    private static boolean isDigit(String name, int at) {
        return at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9';
    }

    /** The API demands a limit: one that the model takes and that no sensible answer reaches. */
    long longestAnswer() {
        if (generation >= 405) {
            return 64_000;
        }
        if (generation >= 307) {
            return 32_000;
        }
        return generation >= 305 || generation == OTHER ? 8_192 : 4_096;
    }

    /** Whether its last words may be put into its mouth. */
    boolean takesPrefill() {
        return generation < 406;
    }

    /** Whether it decides itself how much to think, and is only told how hard to try. */
    boolean thinksAdaptively() {
        return generation >= 406;
    }

    /** Whether it thinks unless told not to, or may do so: the older ones of the family think only when asked. */
    boolean mayThinkUnasked() {
        return generation == OTHER || thinksAdaptively();
    }
}
