package dev.belay.repl.tty;

/** What stands among keys that were typed ahead: the marks of pastes, and Enter keys that shall not send. */
public final class TypedKeys {

    public static final String PASTE_BEGIN = "\u001b[200~";
    public static final String PASTE_END = "\u001b[201~";

    private static final char ESCAPE = 27;

    private TypedKeys() {}

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
}
