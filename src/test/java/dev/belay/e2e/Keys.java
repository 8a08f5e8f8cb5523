package dev.belay.e2e;

/** What the keys of an xterm send; of a cursor key the last character. */
final class Keys {
    static final String CTRL_A = "\001";
    static final String CTRL_C = "\003";
    static final String CTRL_D = "\004";
    static final String CTRL_Z = "\032";
    static final String CTRL_BACKSLASH = "\034";
    static final String ESC = "\033";
    static final char UP = 'A';
    static final char LEFT = 'D';
    static final char RIGHT = 'C';
    static final String ENTER = "\r";
    static final String BACKSPACE = "\177";

    private Keys() {}
}
