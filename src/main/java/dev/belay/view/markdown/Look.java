package dev.belay.view.markdown;

import dev.belay.view.code.Shade;

/** How a piece of text looks, as bits: what is done to its letters, and above those the number of its colour. */
final class Look {

    static final int PLAIN = 0;
    static final int BOLD = 1;
    static final int DIM = 2;
    static final int ITALIC = 4;
    static final int UNDERLINE = 8;
    static final int STRIKE = 16;

    private static final int COLOUR_SHIFT = 8;
    private static final int LETTERS = (1 << COLOUR_SHIFT) - 1;

    private Look() {}

    static int of(Ink ink) {
        return ink.ordinal() << COLOUR_SHIFT;
    }

    static int of(Shade shade) {
        return of(Ink.of(shade));
    }

    /** Both; where both have a colour it is the second's. */
    static int both(int outer, int inner) {
        int colour = ink(inner) == 0 ? outer & ~LETTERS : inner & ~LETTERS;
        return colour | (outer | inner) & LETTERS;
    }

    static int letters(int look) {
        return look & LETTERS;
    }

    static int ink(int look) {
        return look >> COLOUR_SHIFT;
    }
}
