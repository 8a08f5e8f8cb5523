package dev.belay.view.markdown;

import java.io.IOException;

/** A block that holds text itself, while it comes. Lives on the turn's thread. */
interface Leaf {

    /** More of its text. */
    void add(String text) throws IOException;

    /** Shows what it would be with this added, as far as that fits the row that is being written. */
    void preview(String more) throws IOException;

    /** Something else is about to be said: what the row shows stays as it is. */
    void pause() throws IOException;

    /** It is whole. */
    void close() throws IOException;

    /** It was cut off, and is shown as far as it came. */
    default void cut() throws IOException {
        close();
    }
}
