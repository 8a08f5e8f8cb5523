package dev.belay.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The cells of a terminal and the lines that have scrolled off its top. One thread. */
final class Grid {
    private static final String BLANK = " ";

    private final List<String> gone = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();
    private int columns;

    Grid(int columns, int height) {
        this.columns = columns;
        for (int i = 0; i < height; i++) {
            rows.add(emptyRow());
        }
    }

    int height() {
        return rows.size();
    }

    int columns() {
        return columns;
    }

    void put(int row, int column, String cell) {
        rows.get(row)[column] = cell;
    }

    String cell(int row, int column) {
        return rows.get(row)[column];
    }

    void erase(int row, int from, int to) {
        Arrays.fill(rows.get(row), Math.max(0, from), Math.min(columns, to), BLANK);
    }

    void shiftRight(int row, int column, int count) {
        int n = Math.min(count, columns - column);
        String[] cells = rows.get(row);
        System.arraycopy(cells, column, cells, column + n, columns - column - n);
        Arrays.fill(cells, column, column + n, BLANK);
    }

    void shiftLeft(int row, int column, int count) {
        int n = Math.min(count, columns - column);
        String[] cells = rows.get(row);
        System.arraycopy(cells, column + n, cells, column, columns - column - n);
        Arrays.fill(cells, columns - n, columns, BLANK);
    }

    /** Lines between top and bottom move up by one; the line that leaves the whole screen's top is remembered. */
    void scrollOff(int top, int bottom) {
        if (top == 0) {
            gone.add(line(0));
        }
        scrollUp(top, bottom);
    }

    void scrollUp(int top, int bottom) {
        rows.remove(top);
        rows.add(bottom, emptyRow());
    }

    void scrollDown(int top, int bottom) {
        rows.remove(bottom);
        rows.add(top, emptyRow());
    }

    /** As xterm does it: no new wrapping; rows above the cursor leave when the screen gets lower. Returns the cursor's row. */
    int resize(int newColumns, int newHeight, int cursorRow) {
        int cursor = cursorRow;
        columns = newColumns;
        rows.replaceAll(this::fit);
        while (rows.size() > newHeight) {
            if (cursor < rows.size() - 1) {
                rows.remove(rows.size() - 1);
            } else {
                gone.add(show(rows.remove(0)));
                cursor--;
            }
        }
        while (rows.size() < newHeight) {
            rows.add(emptyRow());
        }
        return cursor;
    }

    String line(int row) {
        return show(rows.get(row));
    }

    /** Every line that a person could see by scrolling back, without the empty ones at the end. */
    List<String> everything() {
        List<String> all = new ArrayList<>(gone);
        rows.stream().map(Grid::show).forEach(all::add);
        while (!all.isEmpty() && all.get(all.size() - 1).isEmpty()) {
            all.remove(all.size() - 1);
        }
        return all;
    }

    private String[] fit(String[] row) {
        String[] fitted = emptyRow();
        System.arraycopy(row, 0, fitted, 0, Math.min(row.length, columns));
        return fitted;
    }

    private String[] emptyRow() {
        String[] row = new String[columns];
        Arrays.fill(row, BLANK);
        return row;
    }

    private static String show(String[] row) {
        return Arrays.stream(row).collect(Collectors.joining()).stripTrailing();
    }
}
