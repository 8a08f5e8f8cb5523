package dev.belay.view;

import java.util.List;

/**
 * A table of as many columns as fit: the first always does, of the others the last go first.
 *
 * @param titles of the columns; numbers stand right-aligned in those whose title begins with a blank
 * @param rows of cells, as many in each as there are titles; foreign text in them is cleaned
 */
public record Columns(List<String> titles, List<List<String>> rows) {

    private static final int GAP = 2;

    /** The table as lines of at most this width; the titles are dim. */
    public String fitted(int width, Style style) {
        int[] widths = widths();
        int count = 1;
        for (int used = widths[0]; count < widths.length && used + GAP + widths[count] <= width; count++) {
            used += GAP + widths[count];
        }
        StringBuilder table = new StringBuilder();
        if (count > 1) {
            table.append(style.dim(line(titles, widths, count))).append('\n');
        }
        for (List<String> row : rows) {
            table.append(line(row, widths, count)).append('\n');
        }
        return table.toString();
    }

    private int[] widths() {
        int[] widths = new int[titles.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = titles.get(column).strip().length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], shown(row.get(column)).length());
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths, int count) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < count; column++) {
            String cell = shown(cells.get(column)).strip();
            String blanks = " ".repeat(widths[column] - cell.length());
            line.append(" ".repeat(column == 0 ? 0 : GAP));
            line.append(titles.get(column).startsWith(" ") ? blanks + cell : cell + blanks);
        }
        return line.toString().stripTrailing();
    }

    /** On one line, and without anything that steers the terminal. */
    private static String shown(String cell) {
        return Cleaner.clean(cell).replaceAll("\\s", " ");
    }
}
