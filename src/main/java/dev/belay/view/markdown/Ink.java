package dev.belay.view.markdown;

import dev.belay.view.code.Shade;
import java.util.Locale;

/** What a colour is for. Each can be set in the config by its name in small letters. */
public enum Ink {
    /** The terminal's own. */
    TEXT(""),
    /** A heading of the first level, and all others. */
    TITLE("bold underline"),
    HEADING("bold"),
    /** Code within a line. */
    CODE("cyan"),
    LINK("underline blue"),
    /** The address behind a link, where the terminal cannot hide it. */
    ADDRESS("dim"),
    /** Bullets, numbers, bars, the lines of tables, and what else is not the answer's own text. */
    MARK("dim"),
    KEYWORD("magenta"),
    TYPE("cyan"),
    FUNCTION("blue"),
    STRING("green"),
    NUMBER("yellow", "red"),
    CONSTANT("yellow", "red"),
    COMMENT("dim"),
    TAG("blue"),
    ATTRIBUTE("cyan"),
    META("magenta"),
    INSERTED("green"),
    DELETED("red");

    private final String onDark;
    private final String onLight;

    Ink(String always) {
        this(always, always);
    }

    Ink(String onDark, String onLight) {
        this.onDark = onDark;
        this.onLight = onLight;
    }

    /** What looks good where the config says nothing. The sixteen colours are the person's own: their terminal defines them. */
    String usual(Theme.Background background) {
        return background == Theme.Background.LIGHT ? onLight : onDark;
    }

    /** As the config calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Ink of(Shade shade) {
        return switch (shade) {
            case PLAIN -> TEXT;
            case KEYWORD -> KEYWORD;
            case TYPE -> TYPE;
            case FUNCTION -> FUNCTION;
            case STRING -> STRING;
            case NUMBER -> NUMBER;
            case CONSTANT -> CONSTANT;
            case COMMENT -> COMMENT;
            case TAG -> TAG;
            case ATTRIBUTE -> ATTRIBUTE;
            case META -> META;
            case INSERTED -> INSERTED;
            case DELETED -> DELETED;
            case HEADING -> HEADING;
        };
    }
}
