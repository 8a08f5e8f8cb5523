package dev.belay.screen;

/** The kinds of things that a program can tell its terminal. */
public enum Effect {
    CHARACTER,
    LINE_FEED,
    CARRIAGE_RETURN,
    BACKSPACE,
    TAB,
    BELL,
    /** Any other control character. */
    CONTROL,
    STYLE,
    LINK,
    /** The cursor came to stand in a higher row, by whatever sequence. */
    CURSOR_UP,
    CURSOR_DOWN,
    CURSOR_ACROSS,
    /** To a row by its number, or back to where it was saved. */
    CURSOR_TO,
    ERASE_IN_LINE,
    ERASE_BELOW,
    /** What is above, the whole screen, or what has scrolled off it. */
    CLEAR,
    EDIT_LINE,
    EDIT_ROWS,
    SCROLL_REGION,
    ALTERNATE_SCREEN,
    MODE,
    KEYPAD,
    /** Anything that makes the terminal write something as if it were typed. */
    QUERY,
    TITLE,
    CLIPBOARD,
    /** Colours, notifications, folders and all other commands by OSC. */
    OTHER_COMMAND,
    /** DCS, APC, PM, SOS: pictures, macros and the like. */
    DEVICE_STRING,
    CHARACTER_SET,
    RESET,
    /** A sequence that this terminal does not know. */
    UNKNOWN,
    /** A row was changed that lies above the lowest one written so far. */
    EARLIER_ROW
}
