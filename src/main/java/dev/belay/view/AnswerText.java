package dev.belay.view;

import java.io.IOException;

/** Shows an answer's own text as it comes. Lives on the turn's thread. */
public interface AnswerText {

    /** The next piece, cut anywhere. */
    void next(String piece) throws IOException;

    /** Something else is about to be said in between: what is being written ends its line, and may go on after it. */
    void pause() throws IOException;

    /** No more comes: whatever is open is closed. */
    void close() throws IOException;

    /** It was stopped in the middle, and ends as it is shown. */
    default void cut() throws IOException {
        close();
    }

    /** A way to show answers. */
    interface Form {

        /** A new answer, on this output. */
        AnswerText on(Output out);

        /** Loads what the first one needs. */
        default void warmUp() {}
    }
}
