package dev.belay.repl;

import java.io.IOException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** JLine's line editor, made safe against a signal that arrives while it draws. */
final class Editor extends LineReaderImpl {

    Editor(Terminal terminal) throws IOException {
        super(terminal, "belay");
    }

    /** A change of size or a return from the background redraws on the signal's thread: never while a key is being drawn. */
    @Override
    protected void handleSignal(Terminal.Signal signal) {
        lock.lock();
        try {
            super.handleSignal(signal);
        } finally {
            lock.unlock();
        }
    }
}
