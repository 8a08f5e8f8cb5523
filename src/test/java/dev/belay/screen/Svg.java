package dev.belay.screen;

import dev.belay.screen.Look.Attribute;
import java.util.Locale;

/** Draws a screen as it is now, dark, each character in its own cells whatever font it is shown in. */
public final class Svg {
    private static final double WIDTH = 8.4;
    private static final double HEIGHT = 19;
    private static final double BASE = 14.2;
    private static final int MARGIN = 18;
    private static final int GROUND = 0x16191F;
    private static final int INK = 0xD6DAE2;
    private static final int FAINT = 0x8B93A1;
    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" role="img">
            <title>%3$s</title>
            <rect width="100%%" height="100%%" rx="8" fill="%4$s"/>
            <style>text { white-space: pre }</style>
            <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="%5$s" xml:space="preserve">
            """;

    private final Grid grid;
    private final StringBuilder svg = new StringBuilder();

    private Svg(Screen screen) {
        grid = screen.pen().grid();
    }

    /** @param title what somebody is told who does not see it */
    public static String of(Screen screen, String title) {
        Svg drawn = new Svg(screen);
        int rows = height(screen);
        drawn.svg.append(HEAD.formatted(
                number(screen.columns() * WIDTH + 2 * MARGIN),
                number(rows * HEIGHT + 2 * MARGIN),
                escaped(title),
                colour(GROUND),
                colour(INK)));
        for (int row = 0; row < rows; row++) {
            drawn.row(row);
        }
        if (screen.cursorVisible()) {
            drawn.box(screen.cursorRow(), screen.cursorColumn(), 1, colour(FAINT));
        }
        return drawn.svg.append("</g>\n</svg>\n").toString();
    }

    /** As many rows as have something in them, or the cursor. */
    private static int height(Screen screen) {
        return Math.max(screen.visible().size(), screen.cursorRow() + 1);
    }

    private void row(int row) {
        for (int from = 0; from < grid.columns(); ) {
            int to = end(row, from);
            Look look = grid.row(row).cell(from).look();
            if (fill(look) != GROUND) {
                box(row, from, to - from, colour(fill(look)));
            }
            text(row, from, to, look);
            from = to;
        }
    }

    /** The end of the characters that can be drawn in one go: they look the same, and only the last may be wide or unusual. */
    private int end(int row, int from) {
        Row cells = grid.row(row);
        int to = from + 1;
        while (to < grid.columns() && cells.cell(to).isTail()) {
            to++;
        }
        boolean usual = isUsual(cells.cell(from));
        while (usual
                && to < grid.columns()
                && isUsual(cells.cell(to))
                && cells.cell(to).look().equals(cells.cell(from).look())) {
            to++;
        }
        return to;
    }

    private static boolean isUsual(Cell cell) {
        return cell.text().length() == 1 && cell.text().charAt(0) < 0x250;
    }

    private void text(int row, int from, int to, Look look) {
        StringBuilder text = new StringBuilder();
        int end = look.showsOnBlank() ? to : inked(row, from, to);
        for (int column = from; column < end; column++) {
            text.append(grid.row(row).cell(column).text());
        }
        if (text.isEmpty() || look.is(Attribute.HIDDEN)) {
            return;
        }
        svg.append("<text x=\"")
                .append(number(MARGIN + from * WIDTH))
                .append("\" y=\"")
                .append(number(MARGIN + row * HEIGHT + BASE))
                .append('"');
        svg.append(" textLength=\"")
                .append(number((end - from) * WIDTH))
                .append('"')
                .append(style(look));
        svg.append('>').append(escaped(text.toString())).append("</text>\n");
    }

    private int inked(int row, int from, int to) {
        int end = to;
        while (end > from && grid.row(row).cell(end - 1).isBlank()) {
            end--;
        }
        return end;
    }

    private void box(int row, int column, int cells, String fill) {
        svg.append("<rect x=\"")
                .append(number(MARGIN + column * WIDTH))
                .append("\" y=\"")
                .append(number(MARGIN + row * HEIGHT))
                .append("\" width=\"");
        svg.append(number(cells * WIDTH))
                .append("\" height=\"")
                .append(number(HEIGHT))
                .append("\" fill=\"")
                .append(fill)
                .append("\"/>\n");
    }

    private static String style(Look look) {
        StringBuilder style = new StringBuilder();
        if (ink(look) != INK) {
            style.append(" fill=\"").append(colour(ink(look))).append('"');
        }
        style.append(look.is(Attribute.BOLD) ? " font-weight=\"bold\"" : "")
                .append(look.is(Attribute.ITALIC) ? " font-style=\"italic\"" : "");
        String lines =
                (look.is(Attribute.UNDERLINE) ? "underline " : "") + (look.is(Attribute.STRIKE) ? "line-through" : "");
        return lines.isEmpty()
                ? style.toString()
                : style.append(" text-decoration=\"")
                        .append(lines.strip())
                        .append('"')
                        .toString();
    }

    private static int ink(Look look) {
        if (look.is(Attribute.INVERSE)) {
            return look.back().equals(Colour.DEFAULT) ? GROUND : look.back().rgb();
        }
        int ink = look.fore().equals(Colour.DEFAULT) ? INK : look.fore().rgb();
        return look.is(Attribute.DIM) ? fainter(ink) : ink;
    }

    private static int fainter(int ink) {
        return ink == INK ? FAINT : mixed(ink, 16) | mixed(ink, 8) | mixed(ink, 0);
    }

    private static int mixed(int ink, int shift) {
        return ((ink >> shift & 0xFF) * 2 + (GROUND >> shift & 0xFF)) / 3 << shift;
    }

    private static int fill(Look look) {
        Colour fill = look.is(Attribute.INVERSE) ? look.fore() : look.back();
        return fill.equals(Colour.DEFAULT) ? look.is(Attribute.INVERSE) ? INK : GROUND : fill.rgb();
    }

    private static String colour(int rgb) {
        return String.format("#%06x", rgb);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
