package dev.belay.chat;

import java.io.IOException;

/** Takes what a turn says, in order: the journal, the screen. */
public interface Sink {

    /** Called for each event, on the turn's own thread. An exception means that the output is closed. */
    void accept(Event event) throws IOException;

    /** Called once, last. */
    void end(Answer answer) throws IOException;
}
