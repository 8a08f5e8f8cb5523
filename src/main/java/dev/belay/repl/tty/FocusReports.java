package dev.belay.repl.tty;

/** What the terminal reports of its focus, which comes between the keys and is none. Guarded by the keyboard. */
final class FocusReports {

    /** What a report begins with: I or O follows. */
    private static final String BEGIN = "\u001b[";

    private boolean wanted;
    private Focus focus = Focus.HELD;

    /** From here on they are remembered, and are no keys. */
    void want() {
        wanted = true;
    }

    Focus focus() {
        return focus;
    }

    void focus(Focus now) {
        focus = now;
    }

    /**
     * Takes them out of what arrived, and of what they began with before; what is within a paste belongs to it.
     *
     * @param from no key before this is looked at
     * @param arrived where the keys begin that came just now
     * @return where the first of them stood; the end of the keys when there was none
     */
    int takeOut(StringBuilder keys, int from, int arrived) {
        if (!wanted) {
            return keys.length();
        }
        int first = keys.length();
        int begin = Math.max(from, arrived - BEGIN.length());
        for (int at = keys.indexOf(BEGIN, begin); at >= 0 && at + 2 < keys.length(); at = keys.indexOf(BEGIN, at)) {
            char which = keys.charAt(at + 2);
            boolean isReport = which == 'I' || which == 'O';
            if (isReport && keys.lastIndexOf(TypedKeys.PASTE_BEGIN, at) <= keys.lastIndexOf(TypedKeys.PASTE_END, at)) {
                focus = which == 'I' ? Focus.HELD : Focus.LOST;
                keys.delete(at, at + 3);
                first = Math.min(first, at);
            } else {
                at += 2;
            }
        }
        return first;
    }
}
