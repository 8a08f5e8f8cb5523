package dev.belay.screen;

import java.util.ArrayList;
import java.util.List;

/** The rows of a terminal and the lines that have scrolled off its top. One thread. */
final class Grid {
    private final List<Line> gone = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int columns;

    Grid(int columns, int height) {
        this.columns = columns;
        for (int i = 0; i < height; i++) {
            rows.add(new Row(columns));
        }
    }

    int height() {
        return rows.size();
    }

    int columns() {
        return columns;
    }

    Row row(int index) {
        return rows.get(index);
    }

    /** How many lines have scrolled off. */
    int gone() {
        return gone.size();
    }

    /** Lines between top and bottom move up by one; the line that leaves the whole screen's top is remembered. */
    void scrollOff(int top, int bottom) {
        if (top == 0) {
            gone.add(rows.get(0).line());
        }
        scrollUp(top, bottom);
    }

    void scrollUp(int top, int bottom) {
        rows.remove(top);
        rows.add(bottom, new Row(columns));
    }

    void scrollDown(int top, int bottom) {
        rows.remove(bottom);
        rows.add(top, new Row(columns));
    }

    void forget() {
        gone.clear();
    }

    /** As xterm does it: no new wrapping; rows above the cursor leave when the screen gets lower. Returns the cursor's row. */
    int resize(int newColumns, int newHeight, int cursorRow) {
        int cursor = cursorRow;
        columns = newColumns;
        rows.forEach(row -> row.fit(newColumns));
        while (rows.size() > newHeight) {
            if (cursor < rows.size() - 1) {
                rows.remove(rows.size() - 1);
            } else {
                gone.add(rows.remove(0).line());
                cursor--;
            }
        }
        while (rows.size() < newHeight) {
            rows.add(new Row(columns));
        }
        return cursor;
    }

    /** Every line that a person could see by scrolling back, without the empty ones at the end. */
    List<Line> everything() {
        List<Line> all = new ArrayList<>(gone);
        all.addAll(shown());
        return all;
    }

    /** The lines on the screen itself, without the empty ones at the end. */
    List<Line> shown() {
        int end = rows.size();
        while (end > 0 && rows.get(end - 1).isEmpty()) {
            end--;
        }
        return rows.subList(0, end).stream().map(Row::line).toList();
    }
}
