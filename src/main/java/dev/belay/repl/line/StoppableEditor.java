package dev.belay.repl.line;

import dev.belay.repl.tty.Tty;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jspecify.annotations.Nullable;

/**
 * Lets Ctrl-C, Enter and the end of the input reach what JLine does in the midst of a command, where it asks for keys by
 * itself and knows only its own. Lives on the conversation's thread.
 */
abstract class StoppableEditor extends DrawnEditor {

    private static final char CTRL_C = 3;
    private static final String CTRL_D = "\004";

    private boolean searching;
    private boolean hasSearched;
    private int searchFrom;

    StoppableEditor(Tty tty, Pastes pastes, boolean coloured) throws IOException {
        super(tty, pastes, coloured);
    }

    @Override
    protected Widget getWidget(Object binding) {
        return new Stoppable(super.getWidget(binding));
    }

    /** A command that may be given up while it waits for a key; Ctrl-C then does what it does at any other time. */
    private final class Stoppable implements Widget {
        private final Widget command;

        Stoppable(Widget command) {
            this.command = command;
        }

        @Override
        public boolean apply() {
            try {
                return command.apply();
            } catch (GivenUp stop) {
                viMoveMode = ViMoveMode.NORMAL;
                post = null;
                return !stop.isPressed() || putAside().apply();
            }
        }
    }

    private Widget putAside() {
        return Objects.requireNonNull(getWidgets().get(KeyBindings.CLEAR));
    }

    /** JLine holds the lock while it does a command. */
    private boolean isInCommand() {
        return lock.isHeldByCurrentThread();
    }

    /** The one key that vi's f and r, or a question, wait for. */
    @Override
    public int readCharacter() {
        int c = super.readCharacter();
        if (isInCommand() && (c == CTRL_C || c < 0)) {
            throw new GivenUp(c == CTRL_C);
        }
        return c;
    }

    /** The motion that vi's d, c and y wait for. */
    @Override
    public Binding readBinding(KeyMap<Binding> keys) {
        Binding motion = super.readBinding(keys);
        giveUpAt(motion);
        return motion;
    }

    private void giveUpAt(@Nullable Binding binding) {
        boolean isPressed = is(KeyBindings.CLEAR, binding);
        if (isInCommand() && (isPressed || binding == null)) {
            throw new GivenUp(isPressed);
        }
    }

    private static boolean is(String name, @Nullable Binding binding) {
        return binding instanceof Reference reference && name.equals(reference.name());
    }

    @Override
    protected boolean viHistorySearchBackward() {
        return search(history.last() + 1, super::viHistorySearchBackward);
    }

    @Override
    protected boolean viHistorySearchForward() {
        return search(history.first(), super::viHistorySearchForward);
    }

    /** @param from the search goes on behind this one; JLine's own would miss the last, and one that is gone */
    private boolean search(int from, BooleanSupplier command) {
        if (history.isEmpty()) {
            return false;
        }
        searchFrom = from;
        searching = true;
        try {
            return command.getAsBoolean();
        } finally {
            searching = false;
        }
    }

    /** What is searched for is read by this; all other keys come by {@link #readBinding}. */
    @Override
    protected <T> T doReadBinding(KeyMap<T> keys, KeyMap<T> local) {
        T read = super.doReadBinding(keys, local);
        return searching ? inSearch(read) : read;
    }

    @SuppressWarnings("unchecked") // JLine's only keys here are bindings.
    private <T> T inSearch(T read) {
        Binding binding = (Binding) read;
        giveUpAt(binding);
        if (is(KeyBindings.ENTER, binding)) {
            return (T) new Reference(ACCEPT_LINE);
        }
        return CTRL_D.equals(getLastBinding()) ? (T) new Reference(SEND_BREAK) : read;
    }

    /** The search that was asked for, or that search once more. */
    @Override
    protected boolean viRepeatSearch() {
        if (searching) {
            hasSearched = true;
            searchIndex = searchFrom;
        }
        return hasSearched && super.viRepeatSearch();
    }

    @Override
    protected boolean viRevRepeatSearch() {
        return hasSearched && super.viRevRepeatSearch();
    }

    /** JLine refuses a count of too many digits by an exception, which would end the chat. */
    @Override
    protected boolean digitArgument() {
        try {
            return super.digitArgument();
        } catch (IllegalArgumentException tooMany) {
            return false;
        }
    }
}
