package dev.belay.repl.line;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jline.reader.MaskingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Long texts in the input line. Each is one character there, a mark, and a short label on the screen: it is moved over,
 * removed and brought back as one piece, and costs no more than a letter. Lives on the conversation's thread.
 */
final class Pastes implements MaskingCallback {

    /** More than this is no pleasure to edit in a line. */
    private static final int LONG = 8 * 1024;

    private static final int MANY_LINES = 40;

    /** The marks: Unicode keeps these characters free for use inside a program. */
    private static final char FIRST = '\uFDD0';

    private static final int COUNT = 32;

    private final String[] texts = new String[COUNT];
    private final String[] labels = new String[COUNT];
    private int next;

    /** What stands in the line for a text that was pasted: a mark when it is long. */
    String ofPasted(String text) {
        int lines = lines(text);
        return text.length() > LONG || lines > MANY_LINES || hasMark(text)
                ? mark(text, "pasted " + label(text, lines))
                : text;
    }

    /** What stands in the line for an earlier message, or one from an editor: a mark when it is very long. */
    String ofMessage(String text) {
        return text.length() > LONG ? mark(whole(text), label(whole(text), lines(text))) : text;
    }

    /** The mark of the text that is longest ago is used again. */
    private String mark(String text, String label) {
        int at = next;
        next = (next + 1) % COUNT;
        texts[at] = text;
        labels[at] = "[" + label + "]";
        return String.valueOf((char) (FIRST + at));
    }

    private static boolean isMark(char c) {
        return c >= FIRST && c < FIRST + COUNT;
    }

    /** Also of marks that stand for nothing yet: a text that holds such a character must come out as it went in. */
    private static boolean hasMark(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (isMark(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The line with every text in full. */
    String whole(String line) {
        if (!hasMark(line)) {
            return line;
        }
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            whole.append(isMark(c) && texts[c - FIRST] != null ? texts[c - FIRST] : String.valueOf(c));
        }
        return whole.toString();
    }

    /** Whether the line begins with a long text, which is no command whatever it begins with. */
    static boolean beginsLong(String line) {
        return !line.isEmpty() && isMark(line.charAt(0));
    }

    /** What is drawn: labels, and control characters made visible, so that they cannot steer the terminal. */
    @Override
    public String display(String line) {
        StringBuilder shown = null;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            String instead = instead(c);
            if (instead != null && shown == null) {
                shown = new StringBuilder(line.length() + 64).append(line, 0, i);
            }
            if (shown != null) {
                shown.append(instead == null ? String.valueOf(c) : instead);
            }
        }
        return shown == null ? line : shown.toString();
    }

    /** Null for a character that is drawn as it is. */
    private @Nullable String instead(char c) {
        if (c >= ' ' && c < 0x7F || c == '\n' || c == '\t') {
            return null;
        }
        if (c < ' ' || c == 0x7F) {
            return "^" + (char) (c ^ 0x40);
        }
        if (isMark(c)) {
            String label = labels[c - FIRST];
            return label == null ? "?" : label;
        }
        boolean steers = c < 0xA0 || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return steers ? "<" + Integer.toHexString(c) + ">" : null;
    }

    /** What the history keeps. */
    @Override
    public String history(String line) {
        return whole(line);
    }

    private static int lines(String text) {
        int lines = text.isEmpty() || text.endsWith("\n") ? 0 : 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }

    private static String label(String text, int lines) {
        String size = size(text.getBytes(StandardCharsets.UTF_8).length);
        return lines > 1 ? String.format(Locale.ROOT, "%,d lines, %s", lines, size) : size;
    }

    private static String size(int bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000 ? bytes / 1_000 + " KB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
