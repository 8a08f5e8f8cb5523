package dev.belay.repl.tty;

import java.util.List;

/** The keys that wait to be read, in their order; positions count from the next one. Guarded by the keyboard. */
final class KeyQueue {

    private static final char ESCAPE = 27;

    /** Beyond this the room that a paste took is given back. */
    private static final int USUAL_SIZE = 1 << 16;

    private final FocusReports reports;
    private final ActingKeys acting = new ActingKeys();
    private StringBuilder keys = new StringBuilder();
    private int next;
    private int told;

    /** @param reports taken out of what arrives */
    KeyQueue(FocusReports reports) {
        this.reports = reports;
    }

    void add(String arrived) {
        keys.append(arrived);
        acting.tookOutAt(reports.takeOut(keys, next, keys.length() - arrived.length()));
    }

    /** From here on keys act. */
    void beginToHear() {
        acting.beginAt(next);
    }

    /** Takes out the keys that act at once, with {@code arrived} as the last ones. */
    String hear(String arrived) {
        return acting.hear(keys, arrived);
    }

    /** Takes out an Esc that nothing came after; false if there is none. */
    boolean tookEscape() {
        return tookLast(ESCAPE);
    }

    /** Takes this key out when it is the last. */
    boolean tookLast(char key) {
        int last = keys.length() - 1;
        boolean isThere = last >= next && keys.charAt(last) == key;
        if (isThere) {
            keys.setLength(last);
        }
        return isThere;
    }

    int size() {
        return keys.length() - next;
    }

    char first() {
        return keys.charAt(next);
    }

    /** Where the mark of a paste's end stands; negative when it is not there. */
    int pasteEnd(int from) {
        int at = keys.indexOf(TypedKeys.PASTE_END, next + Math.max(0, from));
        return at < 0 ? at : at - next;
    }

    String take(int count) {
        String taken = keys.substring(next, next + count);
        skip(count);
        return taken;
    }

    void take(char[] chars, int off, int count) {
        keys.getChars(next, next + count, chars, off);
        skip(count);
    }

    void skip(int count) {
        next += count;
        if (next == keys.length()) {
            forget();
        }
    }

    /** The messages that wait, complete with Enter, without those that were told before. */
    List<String> untold() {
        int from = Math.max(next, told);
        TypedMessages.Complete complete = TypedMessages.in(keys.substring(from));
        told = from + complete.end();
        return complete.texts();
    }

    /** Turns Enter keys into line breaks, so that text typed before a stop waits to be edited. */
    void holdBack() {
        String typed = TypedKeys.enterAsLineBreak(keys.substring(next).replaceAll("[\r\n]+$", ""));
        forget();
        keys.append(typed);
    }

    private void forget() {
        if (keys.capacity() > USUAL_SIZE) {
            keys = new StringBuilder();
        }
        keys.setLength(0);
        next = 0;
        told = 0;
        acting.beginAt(0);
    }
}
