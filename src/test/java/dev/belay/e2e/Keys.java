package dev.belay.e2e;

/** What the keys of an xterm send. */
final class Keys {
    static final String CTRL_A = "\001";
    static final String CTRL_C = "\003";
    static final String CTRL_D = "\004";
    static final String CTRL_Z = "\032";
    static final String CTRL_BACKSLASH = "\034";
    static final String ESC = "\033";
    static final String UP = "\033[A";
    static final String LEFT = "\033[D";
    static final String ENTER = "\r";
    static final String BACKSPACE = "\177";

    private Keys() {}
}
