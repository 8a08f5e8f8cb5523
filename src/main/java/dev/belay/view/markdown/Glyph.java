package dev.belay.view.markdown;

import dev.belay.view.Cells;
import dev.belay.view.Cleaner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One character as a person sees it, with its look, and where in the source it is from. */
final class Glyph {

    /** Ends the row. */
    static final String BREAK = "\n";

    private static final char FIRST_SPECIAL = 0x7F;

    final String text;
    final int look;

    /** The target of a link; null for none. */
    final @Nullable String link;

    /** Where reading the source may begin anew so that this glyph, or the piece of Markdown it is within, comes first. */
    final int anchor;

    /** Where in the source it stands itself. */
    final int source;

    private final int width;
    private final int singly;
    private final boolean blank;

    /** What could steer the terminal is shown instead: the parser makes such characters from their names, like &amp;#27;. */
    Glyph(String raw, int look, @Nullable String link, int anchor, int source) {
        this.text = isUsual(raw) || isOurs(raw) ? raw : Cleaner.clean(raw);
        this.look = look;
        this.link = link;
        this.anchor = anchor;
        this.source = source;
        boolean known = isUsual(text) || isOurs(text);
        this.width = known ? isBreak() ? 0 : 1 : Cells.width(text);
        this.singly = known ? width : Cells.singly(text, 0, text.length());
        this.blank = text.equals(" ") || text.equals("\t");
    }

    private static boolean isUsual(String raw) {
        return raw.length() == 1 && raw.charAt(0) >= ' ' && raw.charAt(0) < FIRST_SPECIAL;
    }

    private static boolean isOurs(String raw) {
        return raw.equals(BREAK) || raw.equals("\t");
    }

    /** Goes to a column, from 1: what comes next stands right wherever the terminal believes to be. */
    static Glyph jump(int column) {
        return new Glyph(column);
    }

    private Glyph(int column) {
        this.text = "\u001b[" + column + "G";
        this.look = Look.PLAIN;
        this.link = null;
        this.anchor = 0;
        this.source = 0;
        this.width = 0;
        this.singly = 0;
        this.blank = false;
    }

    /** Glyphs of text that is not from the answer's source. */
    static List<Glyph> of(String text, int look) {
        List<Glyph> glyphs = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = Cells.end(text, at);
            glyphs.add(new Glyph(text.substring(at, end), look, null, 0, 0));
            at = end;
        }
        return glyphs;
    }

    /** Its cells on a terminal that knows all characters. */
    int width() {
        return width;
    }

    /** Its cells on the terminal that needs most. */
    int most() {
        return Math.max(width, singly);
    }

    /** Whether all terminals agree on that. */
    boolean isSure() {
        return width == singly && text.charAt(0) != '\t';
    }

    boolean isBlank() {
        return blank;
    }

    boolean isBreak() {
        return text.charAt(0) == '\n' && text.length() == 1;
    }

    /** Whether a line may be broken beside it without a blank, as between Chinese characters. */
    boolean isWide() {
        return width == 2;
    }

    boolean looksLike(Glyph other) {
        return this == other
                || look == other.look
                        && text.equals(other.text)
                        && (link == null ? other.link == null : link.equals(other.link));
    }
}
