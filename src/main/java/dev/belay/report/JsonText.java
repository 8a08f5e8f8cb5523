package dev.belay.report;

import dev.belay.chat.Answer;
import dev.belay.view.AnswerText;
import dev.belay.view.Output;
import java.io.IOException;

/** An answer as JSON: what is to be told at its end is gathered as it comes. Lives on the turn's thread. */
abstract class JsonText implements AnswerText {

    final Output out;
    final Ending ending;

    JsonText(Output out, Origin origin) {
        this.out = out;
        this.ending = new Ending(origin);
    }

    /** The line that takes the end. */
    abstract JsonLine last() throws IOException;

    @Override
    public final void pause() {
        // Each line is whole.
    }

    @Override
    public final void close() {
        // The end says all.
    }

    @Override
    public final void end(Answer answer) throws IOException {
        JsonLine line = last();
        ending.write(line.json(), answer);
        line.to(out);
    }
}
