package dev.belay.chat;

import java.io.IOException;

/** Takes what a turn says, in order: the journal, the screen. */
public interface Sink {

    /**
     * Called for each event, on the turn's own thread.
     *
     * @throws OutputClosed when nobody reads any more
     * @throws IOException when it cannot be written for another reason
     */
    void accept(Event event) throws IOException;

    /** Called once, last. */
    void end(Answer answer) throws IOException;
}
