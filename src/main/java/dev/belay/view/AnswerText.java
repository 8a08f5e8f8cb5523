package dev.belay.view;

import dev.belay.chat.Answer;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Problem;
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

    /** Whatever is told beside the text, for forms that write that down as well. */
    default void besides(Event event) throws IOException {}

    /** It is complete, but will not do, and the model is asked again: what comes from here on takes its place. */
    default void again(Answer answer, Problem why) throws IOException {}

    /** It has ended so, and nothing comes after this. */
    default void end(Answer answer) throws IOException {
        if (answer.outcome() instanceof Complete) {
            close();
        } else {
            cut();
        }
    }

    /** A way to show answers. */
    interface Form {

        /** A new answer, on this output. */
        AnswerText on(Output out);

        /** Loads what the first one needs. */
        default void warmUp() {}
    }
}
