package dev.belay.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of one row; those that a narrower screen hides are kept, as a terminal that re-flows would. One thread. */
final class Row {
    private Cell[] cells;
    private boolean wrapped;

    Row(int columns) {
        cells = new Cell[columns];
        Arrays.fill(cells, Cell.EMPTY);
    }

    /** There is room for this many columns. */
    void fit(int columns) {
        if (cells.length < columns) {
            int had = cells.length;
            cells = Arrays.copyOf(cells, columns);
            Arrays.fill(cells, had, columns, Cell.EMPTY);
        }
    }

    /** What a window that became narrower does not show is still there, and is erased with the rest of the row. */
    int length() {
        return cells.length;
    }

    void wrapped(boolean goesOn) {
        wrapped = goesOn;
    }

    Cell cell(int column) {
        return cells[column];
    }

    boolean isEmpty() {
        for (Cell cell : cells) {
            if (cell != Cell.EMPTY) {
                return false;
            }
        }
        return true;
    }

    /** Half of a wide character does not outlive the other half. */
    void put(int column, Cell cell) {
        if (cells[column].isTail() && column > 0 && !cell.isTail()) {
            cells[column - 1] = Cell.EMPTY;
        }
        if (!cell.isTail() && column + 1 < cells.length && cells[column + 1].isTail()) {
            cells[column + 1] = Cell.EMPTY;
        }
        cells[column] = cell;
    }

    void erase(int from, int to, Look look) {
        Cell blank = Cell.erased(look.erased());
        for (int column = Math.max(0, from); column < to; column++) {
            put(column, blank);
        }
        if (to >= cells.length) {
            wrapped = false;
        }
    }

    void shiftRight(int column, int count, int columns) {
        int n = Math.min(count, columns - column);
        System.arraycopy(cells, column, cells, column + n, columns - column - n);
        Arrays.fill(cells, column, column + n, Cell.EMPTY);
    }

    void shiftLeft(int column, int count, int columns) {
        int n = Math.min(count, columns - column);
        System.arraycopy(cells, column + n, cells, column, columns - column - n);
        Arrays.fill(cells, columns - n, columns, Cell.EMPTY);
    }

    String text() {
        return written().stripTrailing();
    }

    Line line() {
        return new Line(runs(), written(), wrapped);
    }

    private String written() {
        int end = cells.length;
        while (end > 0 && cells[end - 1].isErased()) {
            end--;
        }
        StringBuilder text = new StringBuilder(end);
        for (int column = 0; column < end; column++) {
            text.append(cells[column].text());
        }
        return text.toString();
    }

    private List<Run> runs() {
        int end = cells.length;
        while (end > 0 && cells[end - 1].isBlank()) {
            end--;
        }
        List<Run> runs = new ArrayList<>(1);
        for (int from = 0; from < end; ) {
            Look look = look(from, end);
            int to = from + 1;
            while (to < end && belongs(to, look, end)) {
                to++;
            }
            runs.add(new Run(text(from, to), look));
            from = to;
        }
        return runs;
    }

    private Look look(int column, int end) {
        return column < end && cells[column].isBlank() ? Look.PLAIN : cells[column].look();
    }

    /** A blank between two characters that look the same is like them, for nobody sees the difference. */
    private boolean belongs(int column, Look look, int end) {
        int next = column;
        while (next < end && cells[next].isBlank()) {
            next++;
        }
        if (next == column || look.equals(Look.PLAIN)) {
            return look(column, end).equals(look);
        }
        return cells[next].look().equals(look);
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int column = from; column < to; column++) {
            text.append(cells[column].text());
        }
        return text.toString();
    }
}
