package dev.belay.view.code;

import org.jline.utils.AttributedStyle;

/** What a piece of code is, for its colour; the grammars, which know colours only, name it by the one given here. */
public enum Shade {
    /** Nothing in particular. */
    PLAIN(AttributedStyle.WHITE),
    /** A word of the language. */
    KEYWORD(AttributedStyle.MAGENTA),
    /** The name of a type. */
    TYPE(AttributedStyle.CYAN),
    /** The name of what is called or defined here. */
    FUNCTION(AttributedStyle.BLUE),
    /** Text in quotes, and what else is text within code. */
    STRING(AttributedStyle.GREEN),
    /** A number. */
    NUMBER(AttributedStyle.YELLOW),
    /** True, false, null and their like. */
    CONSTANT(AttributedStyle.RED),
    /** What is for people only. */
    COMMENT(AttributedStyle.BRIGHT + AttributedStyle.BLACK),
    /** An element of HTML or XML; a selector of CSS. */
    TAG(AttributedStyle.BRIGHT + AttributedStyle.BLUE),
    /** A key, a property, a variable. */
    ATTRIBUTE(AttributedStyle.BRIGHT + AttributedStyle.CYAN),
    /** Annotations, directives, marks of the language itself. */
    META(AttributedStyle.BRIGHT + AttributedStyle.MAGENTA),
    /** A line that a diff adds. */
    INSERTED(AttributedStyle.BRIGHT + AttributedStyle.GREEN),
    /** A line that a diff takes away. */
    DELETED(AttributedStyle.BRIGHT + AttributedStyle.RED),
    /** The title of a part. */
    HEADING(AttributedStyle.BRIGHT + AttributedStyle.YELLOW);

    private final int colour;

    Shade(int colour) {
        this.colour = colour;
    }

    /** The number of its colour in the grammars, 0 to 15. */
    int colour() {
        return colour;
    }
}
