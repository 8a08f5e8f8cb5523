package dev.belay.view;

import java.util.function.IntSupplier;

/**
 * Breaks text at its blanks while it comes, where it would be broken within a word at the screen's end. A word is passed on
 * when it is whole. Lives on one thread.
 */
final class WordWrap {

    private final IntSupplier columns;
    private final StringBuilder word = new StringBuilder();
    private int column;
    private int blanks;

    WordWrap(IntSupplier columns) {
        this.columns = columns;
    }

    /** What can be shown from here on, when this comes. */
    String next(String text) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '\n') {
                finish(shown);
                shown.append('\n');
                begin();
            } else if (codePoint == ' ' || codePoint == '\t') {
                finish(shown);
                blanks++;
            } else {
                word.appendCodePoint(codePoint);
                if (Cells.width(codePoint) > 1) {
                    // Between such characters there may be a break as well.
                    finish(shown);
                }
            }
        }
        return shown.toString();
    }

    /** The word that was not whole yet; the next text begins a line. */
    String rest() {
        StringBuilder shown = new StringBuilder();
        finish(shown);
        begin();
        return shown.toString();
    }

    private void begin() {
        column = 0;
        blanks = 0;
    }

    private void finish(StringBuilder shown) {
        if (word.length() == 0) {
            return;
        }
        int width = Cells.width(word);
        int room = Math.max(1, columns.getAsInt());
        if (column > 0 && column + blanks + width > room) {
            shown.append('\n');
            begin();
        }
        shown.append(" ".repeat(blanks)).append(word);
        column += blanks + width;
        // The screen itself breaks a word that is wider.
        column = column > room ? column % room : column;
        blanks = 0;
        word.setLength(0);
    }
}
