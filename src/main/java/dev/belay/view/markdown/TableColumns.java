package dev.belay.view.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;

/** How wide the columns of a table are, and its rows in them. */
final class TableColumns {

    private static final int GAP = 3;
    private static final int NARROWEST = 4;

    /** A longer word may be broken. */
    private static final int LONG_WORD = 10;

    private final int[] widths;
    private final List<Alignment> alignments;
    private final int room;
    private final Theme theme;

    private TableColumns(int[] widths, List<Alignment> alignments, int room, Theme theme) {
        this.widths = widths;
        this.alignments = alignments;
        this.room = room;
        this.theme = theme;
    }

    /** Columns for these rows: as wide as their cells, or where that is too much, the wide ones narrower. */
    static TableColumns of(List<List<List<Glyph>>> rows, List<Alignment> alignments, int room, Theme theme) {
        int[] widths = new int[alignments.size()];
        int[] words = new int[widths.length];
        for (List<List<Glyph>> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], widest(row.get(i)));
                words[i] = Math.max(words[i], longestWord(row.get(i)));
            }
        }
        int left = room - GAP * (widths.length - 1);
        if (sum(widths) > left && left >= NARROWEST * widths.length) {
            for (int i = 0; i < words.length; i++) {
                words[i] = Math.min(words[i], Math.max(LONG_WORD, left / words.length));
            }
            narrow(widths, sum(words) <= left ? words : new int[words.length], left);
        }
        return new TableColumns(widths, alignments, room, theme);
    }

    /** Whether all of them have room. */
    boolean fit() {
        return sum(widths) + GAP * (widths.length - 1) <= room;
    }

    private static int widest(List<Glyph> cell) {
        int widest = 0;
        int width = 0;
        for (Glyph glyph : cell) {
            width = glyph.isBreak() ? 0 : width + glyph.most();
            widest = Math.max(widest, width);
        }
        return widest;
    }

    private static int sum(int[] widths) {
        int sum = 0;
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }

    private static int longestWord(List<Glyph> cell) {
        int longest = 0;
        int width = 0;
        for (Glyph glyph : cell) {
            width = glyph.isBlank() || glyph.isBreak() ? 0 : width + glyph.most();
            longest = Math.max(longest, width);
        }
        return longest;
    }

    /** The widest columns come down to one width, but none to less than its words need, if that is possible. */
    private static void narrow(int[] widths, int[] least, int room) {
        int most = room;
        while (most > NARROWEST && capped(widths, least, most) > room) {
            most--;
        }
        int spare = room - capped(widths, least, most);
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > Math.max(most, least[i])) {
                widths[i] = Math.max(most, least[i]) + (spare > 0 ? 1 : 0);
                spare--;
            }
        }
    }

    private static int capped(int[] widths, int[] least, int most) {
        int sum = 0;
        for (int i = 0; i < widths.length; i++) {
            sum += Math.min(widths[i], Math.max(most, least[i]));
        }
        return sum;
    }

    /** The line under the head. */
    String rule() {
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : theme.crossing()).append(theme.line().repeat(widths[i]));
        }
        return rule.toString();
    }

    /**
     * A row of the table as rows of the screen; what does not fit into a cell goes on below.
     *
     * @param margin the cells before them
     */
    List<List<Glyph>> lines(List<List<Glyph>> row, int margin) {
        List<List<Wrap.Row>> parts = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            parts.add(Wrap.rows(row.get(i), Math.max(1, widths[i])));
            height = Math.max(height, parts.get(i).size());
        }
        List<List<Glyph>> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            lines.add(line(row, parts, line, margin));
        }
        return lines;
    }

    private List<Glyph> line(List<List<Glyph>> row, List<List<Wrap.Row>> parts, int line, int margin) {
        List<Glyph> glyphs = new ArrayList<>();
        int column = margin;
        boolean sure = true;
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) {
                glyphs.addAll(Glyph.of(theme.between(), Look.of(Ink.MARK)));
            }
            List<Glyph> cell = List.of();
            if (line < parts.get(i).size()) {
                Wrap.Row part = parts.get(i).get(line);
                cell = row.get(i).subList(part.begin(), part.end());
            }
            int width = 0;
            for (Glyph glyph : cell) {
                width += glyph.width();
                sure &= glyph.isSure();
            }
            int before = before(alignments.get(i), widths[i] - width);
            glyphs.addAll(Glyph.of(" ".repeat(Math.max(0, before)), Look.PLAIN));
            glyphs.addAll(cell);
            column += widths[i] + GAP;
            if (i < widths.length - 1) {
                glyphs.addAll(Glyph.of(" ".repeat(Math.max(0, widths[i] - width - before)), Look.PLAIN));
                if (!sure && !theme.isPlain()) {
                    glyphs.add(Glyph.jump(column - GAP + 1));
                    sure = true;
                }
            }
        }
        while (!glyphs.isEmpty() && glyphs.get(glyphs.size() - 1).isBlank()) {
            glyphs.remove(glyphs.size() - 1);
        }
        return glyphs;
    }

    private static int before(Alignment alignment, int room) {
        return alignment == Alignment.RIGHT ? room : alignment == Alignment.CENTER ? room / 2 : 0;
    }
}
