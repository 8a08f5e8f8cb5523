package dev.belay.repl;

import java.util.ArrayList;
import java.util.List;

/** Reads keys that were typed ahead, without a prompt: where a paste is, and which messages are complete. */
final class TypedKeys {

    static final String PASTE_BEGIN = "\u001b[200~";
    static final String PASTE_END = "\u001b[201~";

    private static final char ESCAPE = 27;
    private static final char BACKSPACE = 8;
    private static final char DELETE = 127;
    private static final String QUOTES = "\"\"\"";

    private final String keys;
    private final List<String> messages = new ArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private int at;
    private int end;

    private TypedKeys(String keys) {
        this.keys = keys;
    }

    /** Several lines at once are pasted, not typed: while no prompt can take them as a paste they become one message. */
    static String asOne(String keys) {
        int last = keys.length() - 1;
        return last < 0 ? keys : enterAsLineBreak(keys.substring(0, last)) + keys.charAt(last);
    }

    /** How many keys at the end may be the begin of a paste's mark. */
    static int begunPaste(StringBuilder keys) {
        for (int length = Math.min(keys.length(), PASTE_BEGIN.length() - 1); length > 0; length--) {
            if (PASTE_BEGIN.startsWith(keys.substring(keys.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    /** Alt-Enter, which begins a line, in place of each Enter, which sends; pastes stay as they are. */
    static String enterAsLineBreak(String keys) {
        StringBuilder all = new StringBuilder(keys.length() + 16);
        int at = 0;
        while (at < keys.length()) {
            int begin = keys.indexOf(PASTE_BEGIN, at);
            int typed = begin < 0 ? keys.length() : begin;
            all.append(keys.substring(at, typed).replaceAll("\u001b?(?:\r\n?|\n)", ESCAPE + "\r"));
            int end = begin < 0 ? -1 : keys.indexOf(PASTE_END, begin);
            at = begin < 0 || end < 0 ? keys.length() : end + PASTE_END.length();
            all.append(keys, typed, at);
        }
        return all.toString();
    }

    /**
     * The messages that Enter will send, roughly as they will be, and where the last of them ends.
     *
     * @param texts on one line each
     * @param end behind the last Enter
     */
    record Complete(List<String> texts, int end) {}

    static Complete messages(String keys) {
        TypedKeys typed = new TypedKeys(keys);
        while (typed.at < keys.length()) {
            typed.take(keys.charAt(typed.at));
        }
        return new Complete(typed.messages, typed.end);
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
        boolean goesOn = MultiLine.goesOn(text) || text.startsWith(QUOTES) && !text.substring(QUOTES.length()).contains(QUOTES);
        if (goesOn) {
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
        if (keys.startsWith(PASTE_BEGIN, at - 1)) {
            int begin = at - 1 + PASTE_BEGIN.length();
            int stop = keys.indexOf(PASTE_END, begin);
            message.append(keys, begin, stop < 0 ? keys.length() : stop);
            at = stop < 0 ? keys.length() : stop + PASTE_END.length();
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
