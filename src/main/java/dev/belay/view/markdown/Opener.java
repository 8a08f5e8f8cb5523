package dev.belay.view.markdown;

/**
 * A sign that may turn out to begin emphasis, code, a link or a tag, as long as nobody knows how the text goes on.
 *
 * @param at where in the source it stands
 * @param sign the whole run of it
 */
record Opener(int at, String sign) {

    private static final int LONG = 400;
    private static final int MEDIUM = 200;
    private static final int SHORT = 100;

    /** For how many characters it may stay undecided before it is taken for itself: so long the row it is in waits. */
    int patience() {
        return switch (sign.charAt(0)) {
            case '*' -> sign.length() > 1 ? LONG : MEDIUM;
            case '[', '`' -> MEDIUM;
            default -> SHORT;
        };
    }

    int end() {
        return at + sign.length();
    }

    /** What would close it. */
    String closer() {
        return switch (sign.charAt(0)) {
            case '[' -> "](<>)";
            case '<', '&', '\\', '!' -> "";
            default -> sign;
        };
    }
}
