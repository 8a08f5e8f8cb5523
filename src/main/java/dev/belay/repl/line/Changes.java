package dev.belay.repl.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jline.reader.Buffer;
import org.jline.reader.impl.BufferImpl;
import org.jline.reader.impl.UndoTree;

/** What can be undone, as texts, and no more of them than there is room for. Lives on the conversation's thread. */
final class Changes extends UndoTree<Buffer> {

    /** Characters of all states together. */
    private static final int ROOM = 4_000_000;

    private final Consumer<Buffer> line;
    private final List<State> states = new ArrayList<>();
    private int current = -1;
    private int size;

    private record State(String text, int cursor) {}

    Changes(Consumer<Buffer> line) {
        super(line);
        this.line = line;
    }

    @Override
    public void clear() {
        // The first call is the parent's constructor's.
        if (states != null) {
            states.clear();
            current = -1;
            size = 0;
        }
    }

    @Override
    public void newState(Buffer state) {
        while (states.size() > current + 1) {
            size -= states.remove(states.size() - 1).text().length();
        }
        states.add(new State(state.toString(), state.cursor()));
        size += state.length();
        current++;
        while (size > ROOM && current > 0) {
            size -= states.remove(0).text().length();
            current--;
        }
    }

    @Override
    public boolean canUndo() {
        return current > 0;
    }

    @Override
    public boolean canRedo() {
        return current < states.size() - 1;
    }

    @Override
    public void undo() {
        current--;
        restore();
    }

    @Override
    public void redo() {
        current++;
        restore();
    }

    private void restore() {
        Buffer buffer = new BufferImpl();
        buffer.write(states.get(current).text());
        buffer.cursor(states.get(current).cursor());
        line.accept(buffer);
    }
}
