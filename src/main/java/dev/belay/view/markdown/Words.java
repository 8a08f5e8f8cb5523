package dev.belay.view.markdown;

/** Cuts text into steps that are the same however it was cut before. */
final class Words {

    /** A word that is longer is taken in parts. */
    private static final int LONGEST = 128;

    private Words() {}

    /** A step ends with a word or a line; negative when its end is not there yet. */
    static int end(CharSequence text, int begin) {
        for (int at = begin; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == ' ' || c == '\t' || at - begin >= LONGEST && !Character.isHighSurrogate(c)) {
                return at + 1;
            }
        }
        return -1;
    }
}
