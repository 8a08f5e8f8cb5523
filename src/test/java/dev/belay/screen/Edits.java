package dev.belay.screen;

/** Puts rows and cells in, takes them out and erases them, from the cursor on. One thread. */
final class Edits {
    private final Pen pen;
    private final Grid grid;

    Edits(Pen pen, Grid grid) {
        this.pen = pen;
        this.grid = grid;
    }

    void insertRows(int count) {
        for (int i = 0; i < Math.min(count, pen.bottom() - pen.row() + 1); i++) {
            grid.scrollDown(pen.row(), pen.bottom());
        }
    }

    void deleteRows(int count) {
        for (int i = 0; i < Math.min(count, pen.bottom() - pen.row() + 1); i++) {
            grid.scrollUp(pen.row(), pen.bottom());
        }
    }

    void insertCells(int count) {
        pen.edited().shiftRight(pen.column(), count, grid.columns());
    }

    void deleteCells(int count) {
        pen.edited().shiftLeft(pen.column(), count, grid.columns());
    }

    void eraseCells(int count) {
        pen.edited().erase(pen.column(), Math.min(pen.column() + count, grid.columns()), pen.look());
    }

    void eraseLine(int part) {
        Row edited = pen.edited();
        edited.erase(part == 0 ? pen.column() : 0, part == 1 ? pen.column() + 1 : edited.length(), pen.look());
    }

    void eraseRows(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!grid.row(i).isEmpty()) {
                pen.touch(i);
            }
            grid.row(i).erase(0, grid.row(i).length(), pen.look());
        }
    }
}
