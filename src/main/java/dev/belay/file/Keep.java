package dev.belay.file;

/** What is kept of a text that is longer than there is room for. */
public enum Keep {
    /** All or nothing: reading ends as soon as it is too long. */
    ALL("all", 0),
    /** Its begin. */
    HEAD("head", 0),
    /** Its end. */
    TAIL("tail", 2),
    /** Its begin and its end, half and half. */
    MIDDLE("middle", 1);

    private final String word;
    private final int halves;

    Keep(String word, int halves) {
        this.word = word;
        this.halves = halves;
    }

    public String word() {
        return word;
    }

    /** How much of the room is for the text's end. */
    int endOf(int room) {
        return (int) ((long) room * halves / 2);
    }
}
