package dev.belay.screen;

/** How a terminal counts the cells of what is more than one code point. */
public enum Widths {
    /** An emoji sequence is one character of two cells: joined ones, flags, skin tones, VS16, key caps. As kitty, WezTerm and Ghostty do. */
    MODERN {
        @Override
        int joined(String cluster, int codePoint) {
            int first = cluster.codePointAt(0);
            if (codePoint == EMOJI_STYLE) {
                return CellWidth.isPictographic(first) || isKeyCap(first) ? 2 : KEEPS;
            }
            if (CellWidth.of(codePoint) == 0) {
                return KEEPS;
            }
            int last = cluster.codePointBefore(cluster.length());
            boolean one = isFlagLetter(codePoint) && isFlagLetter(last) && cluster.length() == 2
                    || isSkinTone(codePoint) && CellWidth.isPictographic(first)
                    || last == JOINER && CellWidth.isPictographic(first) && CellWidth.isPictographic(codePoint);
            return one ? 2 : APART;
        }
    },
    /** Code point by code point, as xterm and VTE do. */
    CLASSIC {
        @Override
        int joined(String cluster, int codePoint) {
            return CellWidth.of(codePoint) == 0 ? KEEPS : APART;
        }
    };

    /** The code point is a character of its own. */
    static final int APART = -1;
    /** The code point belongs to the character before it, which stays as wide as it is. */
    static final int KEEPS = 0;

    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    /** How wide a character becomes when this code point follows it; or that it stands apart, or changes nothing. */
    abstract int joined(String cluster, int codePoint);

    private static boolean isKeyCap(int codePoint) {
        return codePoint >= '0' && codePoint <= '9' || codePoint == '#' || codePoint == '*';
    }

    private static boolean isFlagLetter(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }
}
