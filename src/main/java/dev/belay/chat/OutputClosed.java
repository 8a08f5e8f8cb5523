package dev.belay.chat;

import java.io.IOException;

/** Whoever read the output has gone: no failure, but a reason to stop. */
public final class OutputClosed extends IOException {
    private static final long serialVersionUID = 1L;

    public OutputClosed(IOException cause) {
        super(cause);
    }
}
