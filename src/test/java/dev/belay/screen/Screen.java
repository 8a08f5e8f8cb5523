package dev.belay.screen;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a person sees: cells, cursor and modes of an xterm as far as a line editor uses it. Whoever holds the session's lock. */
public final class Screen {
    private static final int BRACKETED_PASTE = 2004;
    private static final int CURSOR = 25;
    private static final int APPLICATION_KEYS = 1;

    private final Grid grid;
    private final Set<Integer> modes = new TreeSet<>(Set.of(CURSOR));
    private String title = "";
    private int row;
    private int column;
    private int savedRow;
    private int savedColumn;
    private int top;
    private int bottom;
    private boolean wrapPending;

    public Screen(int columns, int rows) {
        grid = new Grid(columns, rows);
        bottom = rows - 1;
    }

    public int cursorRow() {
        return row;
    }

    public int cursorColumn() {
        return column;
    }

    public boolean bracketedPaste() {
        return modes.contains(BRACKETED_PASTE);
    }

    /** Whether cursor keys send ESC O instead of ESC [. */
    public boolean applicationKeys() {
        return modes.contains(APPLICATION_KEYS);
    }

    public boolean cursorVisible() {
        return modes.contains(CURSOR);
    }

    public String title() {
        return title;
    }

    /** Every line, scrolled-off ones first, trailing blanks cut. */
    public List<String> lines() {
        return grid.everything();
    }

    public String text() {
        return String.join("\n", lines());
    }

    public String cursorLine() {
        return grid.line(row);
    }

    public long count(String part) {
        return lines().stream().filter(line -> line.contains(part)).count();
    }

    public void put(int codePoint) {
        int width = CellWidth.of(codePoint);
        if (width == 0) {
            combine(codePoint);
            return;
        }
        if (wrapPending || column + width > grid.columns()) {
            column = 0;
            lineFeed();
        }
        grid.put(row, column, Character.toString(codePoint));
        if (width == 2) {
            grid.put(row, column + 1, "");
        }
        wrapPending = column + width >= grid.columns();
        column = Math.min(column + width, grid.columns() - 1);
    }

    private void combine(int codePoint) {
        if (column > 0) {
            grid.put(row, column - 1, grid.cell(row, column - 1) + Character.toString(codePoint));
        }
    }

    public void carriageReturn() {
        to(row, 0);
    }

    public void backspace() {
        to(row, column - 1);
    }

    public void tab() {
        to(row, (column / 8 + 1) * 8);
    }

    public void lineFeed() {
        wrapPending = false;
        if (row == bottom) {
            grid.scrollOff(top, bottom);
        } else {
            row = Math.min(row + 1, grid.height() - 1);
        }
    }

    public void reverseLineFeed() {
        if (row == top) {
            grid.scrollDown(top, bottom);
        } else {
            to(row - 1, column);
        }
    }

    public void to(int newRow, int newColumn) {
        wrapPending = false;
        row = Math.max(0, Math.min(newRow, grid.height() - 1));
        column = Math.max(0, Math.min(newColumn, grid.columns() - 1));
    }

    public void move(int down, int right) {
        to(row + down, column + right);
    }

    public void save() {
        savedRow = row;
        savedColumn = column;
    }

    public void restore() {
        to(savedRow, savedColumn);
    }

    public void region(int from, int to) {
        top = Math.max(0, from);
        bottom = Math.min(to, grid.height() - 1);
        to(0, 0);
    }

    public void scroll(int lines) {
        for (int i = 0; i < Math.abs(lines); i++) {
            if (lines > 0) {
                grid.scrollOff(top, bottom);
            } else {
                grid.scrollDown(top, bottom);
            }
        }
    }

    public void insertLines(int count) {
        for (int i = 0; i < count; i++) {
            grid.scrollDown(row, bottom);
        }
    }

    public void deleteLines(int count) {
        for (int i = 0; i < Math.min(count, bottom - row + 1); i++) {
            grid.scrollUp(row, bottom);
        }
    }

    public void insertCells(int count) {
        grid.shiftRight(row, column, count);
    }

    public void deleteCells(int count) {
        grid.shiftLeft(row, column, count);
    }

    public void eraseCells(int count) {
        grid.erase(row, column, column + count);
    }

    public void eraseLine(int part) {
        wrapPending = false;
        grid.erase(row, part == 0 ? column : 0, part == 1 ? column + 1 : grid.columns());
    }

    public void eraseDisplay(int part) {
        if (part < 2) {
            eraseLine(part);
        }
        int from = part == 0 ? row + 1 : 0;
        int to = part == 1 ? row : grid.height();
        for (int i = from; i < to; i++) {
            grid.erase(i, 0, grid.columns());
        }
    }

    public void mode(int number, boolean on) {
        if (on) {
            modes.add(number);
        } else {
            modes.remove(number);
        }
    }

    public void title(String newTitle) {
        title = newTitle;
    }

    public void resize(int columns, int rows) {
        row = grid.resize(columns, rows, row);
        top = 0;
        bottom = rows - 1;
        to(row, column);
    }

    /** The screen with its border and cursor, for messages about failures. */
    public String picture() {
        return "---- screen, cursor " + row + ":" + column + ", modes " + modes + " ----\n" + text() + "\n----";
    }
}
