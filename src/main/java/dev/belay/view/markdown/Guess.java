package dev.belay.view.markdown;

import dev.belay.view.Cells;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text that is not whole yet will probably look. Letters behind letters look like these, so where no more than that has come
 * since the last time, what is before them is not read anew. Lives on the turn's thread.
 */
final class Guess {

    /** Mean nothing to Markdown behind a letter; a full stop makes an address of "www". */
    private static final String HARMLESS = " ,.'?-，。、";

    private final Inline inline;

    /** What was read last, without blanks at its end, and all on which that depends. */
    private String known = "";

    private char before;
    private int look;
    private List<Glyph> glyphs = List.of();

    Guess(Inline inline) {
        this.inline = inline;
    }

    /** The glyphs of the text: as those of {@link Inline#read}, with what is open closed. */
    List<Glyph> read(char wasBefore, String text, int base) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        boolean isSame = before == wasBefore && look == base && end >= known.length() && text.startsWith(known);
        if (isSame && goesOn() && isHarmless(text, end)) {
            append(text, end);
        } else {
            Inline.Read read = inline.read(wasBefore, text, base);
            glyphs = read.openers().isEmpty()
                    ? read.glyphs()
                    : inline.read(wasBefore, closed(text, read.openers()), base).glyphs();
            before = wasBefore;
            look = base;
        }
        known = text.substring(0, end);
        return glyphs;
    }

    /** Whether the last character is seen as itself, and no address is to grow with it. */
    private boolean goesOn() {
        if (glyphs.isEmpty()) {
            return false;
        }
        Glyph last = glyphs.get(glyphs.size() - 1);
        int end = known.length() - 1;
        return last.link == null && last.source == end && last.text.charAt(0) == known.charAt(end);
    }

    /** From the begin of the word that may go on. */
    private boolean isHarmless(String text, int end) {
        for (int at = known.lastIndexOf(' ') + 1; at < end; at++) {
            char c = text.charAt(at);
            boolean isLetter = c < 0x7F
                    ? Character.isLetterOrDigit(c)
                    : Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && Cells.width(c) > 0;
            if (!isLetter && (HARMLESS.indexOf(c) < 0 || c == '.' && at > 0 && (text.charAt(at - 1) | ' ') == 'w')) {
                return false;
            }
        }
        return true;
    }

    private void append(String text, int end) {
        if (end == known.length()) {
            return;
        }
        List<Glyph> more = new ArrayList<>(glyphs);
        Glyph last = glyphs.get(glyphs.size() - 1);
        for (int at = known.length(); at < end; at++) {
            more.add(new Glyph(text.substring(at, at + 1), last.look, null, last.anchor, at));
        }
        glyphs = more;
    }

    /** The text as it will probably be: what is open closed, and no sign shown that nothing has followed yet. */
    String closed(String text, List<Opener> openers) {
        if (inline.isPlain()) {
            return text;
        }
        String begun = text;
        int last = lastThatCounts(openers);
        while (last >= 0 && openers.get(last).end() >= begun.stripTrailing().length()) {
            begun = begun.substring(0, openers.get(last).at());
            last--;
        }
        StringBuilder whole = new StringBuilder(begun.stripTrailing());
        for (; last >= 0; last--) {
            Opener opener = openers.get(last);
            int bracket = opener.sign().equals("[") ? whole.indexOf("]", opener.at()) : -1;
            if (bracket >= 0) {
                whole.setLength(bracket);
            }
            if (opener.sign().charAt(0) == '`') {
                endWithout('`', whole);
            }
            whole.append(isWithinWord(text, opener) ? "" : opener.closer());
        }
        return whole.toString();
    }

    /** Behind a sign that begins code all others are code. */
    private static int lastThatCounts(List<Opener> openers) {
        for (int i = 0; i < openers.size(); i++) {
            if (openers.get(i).sign().charAt(0) == '`') {
                return i;
            }
        }
        return openers.size() - 1;
    }

    private static void endWithout(char sign, StringBuilder text) {
        while (text.length() > 0 && text.charAt(text.length() - 1) == sign) {
            text.setLength(text.length() - 1);
        }
    }

    /** As in 2*3: that is hardly ever emphasis. */
    private static boolean isWithinWord(String text, Opener opener) {
        return opener.sign().equals("*") && opener.at() > 0 && Character.isLetterOrDigit(text.charAt(opener.at() - 1));
    }
}
