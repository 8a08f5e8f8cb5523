package dev.belay.repl.tty;

/** Finds the keys that act at once while an answer streams, and takes them out of those that wait. Guarded by the keyboard. */
final class ActingKeys {

    static final char CTRL_C = 3;
    static final char CTRL_Z = 26;

    private int heard;
    private int searched;

    /** Nothing from there on has been heard. */
    void beginAt(int at) {
        heard = at;
        searched = at;
    }

    /** Keys that stood there are gone. */
    void tookOutAt(int at) {
        heard = Math.min(heard, at);
    }

    /**
     * Hears what was typed since the last time, but for pastes, which may hold anything.
     *
     * @param arrived what came just now; empty to look at keys that have waited
     * @return what is to act
     */
    String hear(StringBuilder keys, String arrived) {
        StringBuilder acts = new StringBuilder();
        int begin = keys.indexOf(TypedKeys.PASTE_BEGIN, heard);
        while (begin >= 0) {
            hearTyped(keys, begin, arrived, acts);
            int end = keys.indexOf(TypedKeys.PASTE_END, Math.max(heard, searched));
            if (end < 0) {
                searched = Math.max(heard, keys.length() - TypedKeys.PASTE_END.length());
                return isAlone(arrived) ? takeLast(keys) : acts.toString();
            }
            heard = end + TypedKeys.PASTE_END.length();
            begin = keys.indexOf(TypedKeys.PASTE_BEGIN, heard);
        }
        hearTyped(keys, keys.length() - TypedKeys.begunPaste(keys), arrived, acts);
        return acts.toString();
    }

    /** Somebody presses it when the end of a paste does not come. */
    private static boolean isAlone(String arrived) {
        return arrived.length() == 1 && arrived.charAt(0) == CTRL_C;
    }

    private static String takeLast(StringBuilder keys) {
        String last = keys.substring(keys.length() - 1);
        keys.setLength(keys.length() - 1);
        return last;
    }

    /** Hears the keys up to there. */
    private void hearTyped(StringBuilder keys, int end, String arrived, StringBuilder acts) {
        StringBuilder stay = new StringBuilder();
        for (int at = heard; at < end; at++) {
            char c = keys.charAt(at);
            (c == CTRL_C || c == CTRL_Z ? acts : stay).append(c);
        }
        String typed = arrived.isEmpty() ? stay.toString() : TypedKeys.asOne(stay.toString());
        if (end > heard) {
            keys.replace(heard, end, typed);
            heard += typed.length();
        }
    }
}
