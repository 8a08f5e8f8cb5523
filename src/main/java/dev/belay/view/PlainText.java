package dev.belay.view;

import java.io.IOException;

/** Shows an answer as the model wrote it. */
public final class PlainText implements AnswerText {

    public static final Form FORM = new Form() {
        @Override
        public AnswerText on(Output out) {
            return new PlainText(out);
        }
    };

    private final Output out;

    private PlainText(Output out) {
        this.out = out;
    }

    @Override
    public void next(String piece) throws IOException {
        out.foreign(piece);
    }

    @Override
    public void pause() throws IOException {
        out.closeLine();
    }

    @Override
    public void close() throws IOException {
        out.closeLine();
    }
}
