package dev.belay.screen;

/** Every ASCII character as text, made once. */
final class Ascii {
    static final String[] TEXTS = new String[0x80];

    static {
        for (int c = 0; c < TEXTS.length; c++) {
            TEXTS[c] = Character.toString(c);
        }
    }

    private Ascii() {}
}
