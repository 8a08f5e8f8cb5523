package dev.belay.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * Matches patterns with so many steps and no more: there are patterns that take hours for a text which is made for that, and
 * the text is from outside. Lives on one thread.
 */
final class Patience {

    /** A second or so. */
    private static final long STEPS = 100_000_000;

    private long left = STEPS;

    /** The steps are used up. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A new text is looked at. */
    void renew() {
        left = STEPS;
    }

    RegularExpression pattern(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return value -> pattern.matcher(new Watched(value)).find();
    }

    /** A text whose characters are counted when they are looked at. */
    private final class Watched implements CharSequence {
        private final CharSequence text;

        Watched(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
