package dev.belay.repl.tty;

import java.util.ArrayList;
import java.util.List;

/** Reads the messages among keys that were typed ahead, without a prompt. Lives for one reading. */
public final class TypedMessages {

    private static final char ESCAPE = 27;
    private static final char BACKSPACE = 8;
    private static final char DELETE = 127;
    private static final String QUOTES = "\"\"\"";

    private final String keys;
    private final List<String> messages = new ArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private int at;
    private int end;

    private TypedMessages(String keys) {
        this.keys = keys;
    }

    /**
     * The messages that Enter will send, roughly as they will be, and where the last of them ends.
     *
     * @param texts on one line each
     * @param end behind the last Enter
     */
    record Complete(List<String> texts, int end) {}

    static Complete in(String keys) {
        TypedMessages typed = new TypedMessages(keys);
        while (typed.at < keys.length()) {
            typed.take(keys.charAt(typed.at));
        }
        return new Complete(typed.messages, typed.end);
    }

    /** Whether Enter after this begins a new line in place of the backslash; what is pasted keeps its backslashes. */
    public static boolean goesOn(String line) {
        return line.endsWith("\\") && !line.startsWith(QUOTES);
    }

    private void take(char c) {
        at++;
        if (c == '\r' || c == '\n') {
            enter();
        } else if (c == ESCAPE) {
            escape();
        } else if (c == BACKSPACE || c == DELETE) {
            message.setLength(Math.max(0, message.length() - 1));
        } else if (c >= ' ') {
            message.append(c);
        }
    }

    private void enter() {
        String text = message.toString();
        boolean isOpen =
                text.startsWith(QUOTES) && !text.substring(QUOTES.length()).contains(QUOTES);
        if (isOpen || goesOn(text)) {
            message.append(' ');
            return;
        }
        if (!text.isBlank()) {
            messages.add(text.strip());
        }
        message.setLength(0);
        end = at;
    }

    private void escape() {
        if (keys.startsWith(TypedKeys.PASTE_BEGIN, at - 1)) {
            int begin = at - 1 + TypedKeys.PASTE_BEGIN.length();
            int stop = keys.indexOf(TypedKeys.PASTE_END, begin);
            message.append(keys, begin, stop < 0 ? keys.length() : stop);
            at = stop < 0 ? keys.length() : stop + TypedKeys.PASTE_END.length();
        } else if (at < keys.length() && keys.charAt(at) == '\r') {
            message.append(' ');
            at++;
        } else if (at < keys.length() && (keys.charAt(at) == '[' || keys.charAt(at) == 'O')) {
            at++;
            while (at < keys.length() && (keys.charAt(at) < '@' || keys.charAt(at) > '~')) {
                at++;
            }
            at = Math.min(at + 1, keys.length());
        }
    }
}
