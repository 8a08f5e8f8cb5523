package dev.belay.screen;

/** Does to the rows what a program asks for: cursor, margins and writing, as xterm does it. One thread. */
final class Pen {
    /** Where the cursor stands, and whether the next character has to go to the next row first. */
    private record Place(int row, int column, boolean wrapPending, Look look) {}

    private static final int TAB = 8;
    /** No terminal keeps any number of marks on one character. */
    private static final int LONG = 64;

    private final Grid grid;
    private final Widths widths;
    private final Received received;
    private final Edits edits;
    private Look look = Look.PLAIN;
    private Place saved = new Place(0, 0, false, Look.PLAIN);
    private int row;
    private int column;
    private boolean wrapPending;
    private int top;
    private int bottom;
    private long frontier;
    private String last = " ";

    Pen(Grid grid, Widths widths, Received received) {
        this.grid = grid;
        this.widths = widths;
        this.received = received;
        edits = new Edits(this, grid);
        bottom = grid.height() - 1;
    }

    Grid grid() {
        return grid;
    }

    /** What is put into the rows, taken out and erased where it stands. */
    Edits edits() {
        return edits;
    }

    int bottom() {
        return bottom;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    Look look() {
        return look;
    }

    void look(Look newLook) {
        look = newLook;
    }

    /** From here on the cursor's row is the one being written. */
    void startHere() {
        frontier = grid.gone() + (long) row;
    }

    void put(int codePoint) {
        String text = codePoint < 0x80 ? Ascii.TEXTS[codePoint] : Character.toString(codePoint);
        if (codePoint >= 0x80 && joins(codePoint)) {
            return;
        }
        place(text, Math.max(1, CellWidth.of(codePoint)));
        last = text;
    }

    void repeat(int count) {
        for (int i = 0; i < count; i++) {
            place(last, Math.max(1, CellWidth.of(last.codePointAt(0))));
        }
    }

    private void place(String text, int width) {
        if (wrapPending || column + width > grid.columns() && column > 0) {
            wrap();
        }
        touch(row);
        Row cells = grid.row(row);
        cells.put(column, Cell.of(text, look));
        if (width == 2 && column + 1 < grid.columns()) {
            cells.put(column + 1, Cell.tail(look));
        }
        wrapPending = column + width >= grid.columns();
        column = Math.min(column + width, grid.columns() - 1);
    }

    private void wrap() {
        grid.row(row).wrapped(true);
        column = 0;
        lineFeed();
    }

    /** Whether the code point became a part of the character before the cursor. */
    private boolean joins(int codePoint) {
        int at = wrapPending ? column : column - 1;
        if (at < 0) {
            return CellWidth.of(codePoint) == 0;
        }
        Row cells = grid.row(row);
        if (cells.cell(at).isTail()) {
            at--;
        }
        Cell cell = cells.cell(at);
        int joined = cell.isErased() ? nowhere(codePoint) : widths.joined(cell.text(), codePoint);
        if (joined == Widths.APART) {
            return false;
        }
        touch(row);
        String whole = cell.text().length() < LONG ? cell.text() + Character.toString(codePoint) : cell.text();
        boolean wide = at + 1 < grid.columns() && cells.cell(at + 1).isTail();
        cells.put(at, Cell.of(whole, cell.look()));
        if (joined == 2 && !wide) {
            widen(cells, at, whole);
        } else if (wide) {
            cells.put(at + 1, Cell.tail(cell.look()));
        }
        return true;
    }

    private static int nowhere(int codePoint) {
        return CellWidth.of(codePoint) == 0 ? Widths.KEEPS : Widths.APART;
    }

    private void widen(Row cells, int at, String whole) {
        cells.put(at, Cell.EMPTY);
        column = at;
        wrapPending = false;
        place(whole, 2);
    }

    void carriageReturn() {
        across(0);
    }

    void backspace() {
        across(column - 1);
    }

    void tab(int count) {
        int target = Math.min((column / TAB + count) * TAB, grid.columns() - 1);
        column = Math.max(column, target);
    }

    void backTab(int count) {
        across(((column + TAB - 1) / TAB - count) * TAB);
    }

    void lineFeed() {
        wrapPending = false;
        if (row == bottom) {
            grid.scrollOff(top, bottom);
        } else {
            row = Math.min(row + 1, grid.height() - 1);
        }
    }

    void reverseLineFeed() {
        if (row == top) {
            grid.scrollDown(top, bottom);
            received.note(Effect.EDIT_ROWS);
        } else {
            to(row - 1, column);
        }
    }

    void across(int newColumn) {
        to(row, newColumn);
    }

    void to(int newRow, int newColumn) {
        wrapPending = false;
        int target = Math.max(0, Math.min(newRow, grid.height() - 1));
        if (target < row) {
            received.note(Effect.CURSOR_UP);
        }
        row = target;
        column = Math.max(0, Math.min(newColumn, grid.columns() - 1));
    }

    void save() {
        saved = new Place(row, column, wrapPending, look);
    }

    void restore() {
        to(saved.row, saved.column);
        wrapPending = saved.wrapPending;
        look = saved.look;
    }

    void region(int from, int to) {
        top = Math.max(0, Math.min(from, grid.height() - 2));
        bottom = Math.max(top + 1, Math.min(to, grid.height() - 1));
        to(0, 0);
    }

    void scroll(int lines) {
        for (int i = 0; i < Math.min(Math.abs(lines), grid.height()); i++) {
            if (lines > 0) {
                grid.scrollOff(top, bottom);
            } else {
                grid.scrollDown(top, bottom);
            }
        }
    }

    /** The cursor's row, which is about to be changed. */
    Row edited() {
        wrapPending = false;
        touch(row);
        return grid.row(row);
    }

    void touch(int index) {
        long at = grid.gone() + (long) index;
        if (at < frontier) {
            received.note(Effect.EARLIER_ROW);
        }
        frontier = Math.max(frontier, at);
    }

    void resize(int columns, int rows) {
        boolean atEdge = column == grid.columns() - 1;
        row = grid.resize(columns, rows, row);
        top = 0;
        bottom = rows - 1;
        column = Math.min(column, columns - 1);
        wrapPending = wrapPending && atEdge && column == columns - 1;
    }

    void reset() {
        look = Look.PLAIN;
        top = 0;
        bottom = grid.height() - 1;
        edits.eraseRows(0, grid.height());
        to(0, 0);
        save();
    }
}
