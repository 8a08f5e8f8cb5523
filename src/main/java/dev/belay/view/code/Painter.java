package dev.belay.view.code;

import org.jline.builtins.SyntaxHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * Lets JLine's highlighter find the words between the spans.
 *
 * <p>It is not shown the spans, for it would find words in them, and is shown all letters as ASCII, for the expressions know no
 * others. Its own rules for what goes over lines ({@code start=} and {@code end=}) are not used: with them a comment would begin
 * within a string, and where chars and columns differ they lose text.
 */
final class Painter {

    /** Stands for what is not to be looked at: in no grammar, of one column, neither letter nor blank. */
    private static final char HIDDEN = '\u00a4';

    private static final Shade[] SHADES = Shade.values();
    private static final long[] STYLES = styles();

    private final SyntaxHighlighter highlighter;

    Painter(GrammarFile file) {
        highlighter = SyntaxHighlighter.build(file.url());
    }

    /** Fills in the shades that are still null. */
    void paint(String line, @Nullable Shade[] shades) {
        char[] shown = shown(line, shades);
        AttributedString painted = shown == null ? AttributedString.EMPTY : highlighter.highlight(new String(shown));
        for (int i = 0; i < painted.length(); ) {
            int limit = painted.runLimit(i);
            Shade shade = shade(painted.styleAt(i).getStyle());
            for (; i < limit; i++) {
                if (shades[i] == null) {
                    shades[i] = shade;
                }
            }
        }
    }

    /** The line as it is shown to the highlighter; null if there is nothing to paint. */
    private static char @Nullable [] shown(String line, @Nullable Shade[] shades) {
        char[] shown = new char[shades.length];
        boolean visible = false;
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shades[i] == null ? shown(line.charAt(i)) : HIDDEN;
            visible |= shown[i] > ' ' && shown[i] != HIDDEN;
        }
        return visible ? shown : null;
    }

    private static char shown(char c) {
        if (c < 0x7f) {
            return c < ' ' ? ' ' : c;
        }
        if (Character.isUpperCase(c)) {
            return 'Q';
        }
        return Character.isLetter(c) || Character.isSurrogate(c) ? 'q' : HIDDEN;
    }

    private static Shade shade(long style) {
        for (int i = 0; i < STYLES.length; i++) {
            if (STYLES[i] == style) {
                return SHADES[i];
            }
        }
        return Shade.PLAIN;
    }

    private static long[] styles() {
        long[] styles = new long[SHADES.length];
        for (int i = 0; i < styles.length; i++) {
            styles[i] = AttributedStyle.DEFAULT.foreground(SHADES[i].colour()).getStyle();
        }
        return styles;
    }
}
