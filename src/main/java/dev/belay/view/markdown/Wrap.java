package dev.belay.view.markdown;

import java.util.ArrayList;
import java.util.List;

/** Breaks glyphs into rows: at blanks, beside wide characters, and within a word only where it is wider than a row. */
final class Wrap {

    /** Characters that do not stand at the begin of a row, as East Asian typography has it. */
    private static final String NOT_FIRST = "、。，．・：；？！」』）】〕》〉…ー’”)]}.,:;!?%";

    /** And those that do not stand at its end. */
    private static final String NOT_LAST = "「『（【〔《〈‘“([{";

    /** So long a row is at most, in case that it takes no room. */
    private static final int MOST = 2_000;

    private Wrap() {}

    /**
     * A row's glyphs, without blanks at its end.
     *
     * @param begin the first one
     * @param end behind the last one that is shown
     * @param next the first one of the next row
     */
    record Row(int begin, int end, int next) {}

    /** The rows, no wider than this on any terminal. There is at least one. */
    static List<Row> rows(List<Glyph> glyphs, int width) {
        List<Row> rows = new ArrayList<>();
        int begin = 0;
        do {
            Row row = row(glyphs, begin, width);
            rows.add(row);
            begin = row.next;
        } while (begin < glyphs.size());
        return rows;
    }

    /** The first one alone. */
    static Row first(List<Glyph> glyphs, int width) {
        return row(glyphs, 0, width);
    }

    private static Row row(List<Glyph> glyphs, int begin, int width) {
        int used = 0;
        int length = 0;
        int split = -1;
        for (int at = begin; at < glyphs.size(); at++) {
            Glyph glyph = glyphs.get(at);
            if (glyph.isBreak()) {
                return trimmed(glyphs, begin, at, at + 1);
            }
            if (at > begin && maySplit(glyphs.get(at - 1), glyph)) {
                split = at;
            }
            used += glyph.most();
            length += glyph.text.length();
            if ((used > width || length > MOST) && !glyph.isBlank() && at > begin) {
                int next = split > begin ? split : at;
                return trimmed(glyphs, begin, next, next);
            }
        }
        return trimmed(glyphs, begin, glyphs.size(), glyphs.size());
    }

    private static boolean maySplit(Glyph left, Glyph right) {
        if (left.isBlank() || right.isBlank()) {
            return !right.isBlank();
        }
        return (left.isWide() || right.isWide())
                && NOT_FIRST.indexOf(right.text) < 0
                && NOT_LAST.indexOf(left.text) < 0;
    }

    private static Row trimmed(List<Glyph> glyphs, int begin, int stop, int next) {
        int end = stop;
        while (end > begin && glyphs.get(end - 1).isBlank()) {
            end--;
        }
        int after = next;
        while (after == stop && after < glyphs.size() && glyphs.get(after).isBlank()) {
            after++;
        }
        return new Row(begin, end, after);
    }
}
