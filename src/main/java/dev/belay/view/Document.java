package dev.belay.view;

import java.io.IOException;

/** Writes an answer that is a document for programs: as it is, and with a line break at its end. Lives on the turn's thread. */
public final class Document implements AnswerText {

    public static final Form FORM = new Form() {
        @Override
        public AnswerText on(Output out) {
            return new Document(out);
        }
    };

    private final Output out;
    private boolean begun;

    private Document(Output out) {
        this.out = out;
    }

    @Override
    public void next(String piece) throws IOException {
        begun = true;
        out.foreign(piece);
    }

    @Override
    public void pause() throws IOException {
        out.closeLine();
    }

    @Override
    public void close() throws IOException {
        if (begun) {
            out.foreign("\n");
        }
        cut();
    }

    @Override
    public void cut() throws IOException {
        out.closeLine();
    }
}
