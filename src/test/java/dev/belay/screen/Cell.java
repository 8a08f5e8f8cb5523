package dev.belay.screen;

/** One place on the screen: what stands there, and how it looks. */
record Cell(String text, Look look, Kind kind) {
    enum Kind {
        /** Nothing was ever written here, or it was erased. */
        ERASED,
        /** A character, or the left half of a wide one. */
        WRITTEN,
        /** The right half of a wide character; has no text. */
        TAIL
    }

    static final Cell EMPTY = new Cell(" ", Look.PLAIN, Kind.ERASED);

    static Cell of(String text, Look look) {
        return new Cell(text, look, Kind.WRITTEN);
    }

    static Cell tail(Look look) {
        return new Cell("", look, Kind.TAIL);
    }

    static Cell erased(Look look) {
        return look == Look.PLAIN ? EMPTY : new Cell(" ", look, Kind.ERASED);
    }

    boolean isTail() {
        return kind == Kind.TAIL;
    }

    boolean isErased() {
        return kind == Kind.ERASED;
    }

    boolean isBlank() {
        return text.equals(" ") && !look.showsOnBlank();
    }
}
