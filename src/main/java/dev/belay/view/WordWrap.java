package dev.belay.view;

import java.util.function.IntSupplier;

/**
 * Breaks text at its blanks while it comes, where it would be broken within a word at the screen's end. A word is passed on
 * when it is whole, or too wide for any line; no character is cut. Lives on one thread.
 */
final class WordWrap {

    private static final int TAB = 8;
    private static final int NO_EDGE = Integer.MAX_VALUE;

    /** More is passed on as it comes: what takes no cells would be kept for ever. */
    private static final int LONGEST = 1024;

    private final IntSupplier columns;

    /** What is not passed on yet; its last character may still grow. */
    private final StringBuilder word = new StringBuilder();

    private final StringBuilder gap = new StringBuilder();
    private int room = NO_EDGE;
    private int column;

    /** Where the word's last character begins. */
    private int last;

    /** The cells of the characters before. */
    private int width;

    /** Whether the begin of the word has been passed on. */
    private boolean begun;

    /** @param columns of the screen; 0 where nothing is to be broken */
    WordWrap(IntSupplier columns) {
        this.columns = columns;
    }

    /** What can be shown from here on, when this comes. */
    String next(String text) {
        StringBuilder shown = new StringBuilder();
        measure();
        if (room == NO_EDGE) {
            finish(shown);
            return shown + text;
        }
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '\n') {
                finish(shown);
                shown.append('\n');
                begin();
            } else if (codePoint == ' ' || codePoint == '\t') {
                finish(shown);
                gap.appendCodePoint(codePoint);
            } else {
                add(codePoint, shown);
            }
        }
        return shown.toString();
    }

    /** The word that was not whole yet; the next text begins a line. */
    String rest() {
        measure();
        StringBuilder shown = new StringBuilder();
        finish(shown);
        begin();
        return shown.toString();
    }

    private void measure() {
        int wide = columns.getAsInt();
        room = wide > 0 ? wide : NO_EDGE;
    }

    private void begin() {
        column = 0;
        gap.setLength(0);
    }

    private void add(int codePoint, StringBuilder shown) {
        word.appendCodePoint(codePoint);
        int end = Cells.end(word, last);
        if (end == word.length()) {
            return;
        }
        String next = word.substring(end);
        word.setLength(end);
        if (closeCharacter() > 1) {
            // Between such characters there may be a break as well.
            finish(shown);
        } else if (begun || width >= room || word.length() >= LONGEST) {
            pass(shown);
            begun = true;
        }
        word.append(next);
    }

    private int closeCharacter() {
        if (last == word.length()) {
            return 0;
        }
        int cells = Cells.clusterWidth(word, last, word.length());
        width += cells;
        last = word.length();
        return cells;
    }

    private void finish(StringBuilder shown) {
        closeCharacter();
        if (word.length() > 0) {
            pass(shown);
        }
        begun = false;
    }

    private void pass(StringBuilder shown) {
        if (!begun) {
            place(shown);
        }
        shown.append(word);
        for (int at = 0; at < word.length(); ) {
            int end = Cells.end(word, at);
            int cells = Cells.clusterWidth(word, at, end);
            // What does not fit is moved to the next line by the screen itself.
            column = column + cells > room ? cells : column + cells;
            at = end;
        }
        word.setLength(0);
        last = 0;
        width = 0;
    }

    /** Goes to where the word begins. */
    private void place(StringBuilder shown) {
        int start = afterGap();
        if (column > 0 && start + width > room) {
            shown.append('\n');
            begin();
            return;
        }
        shown.append(gap);
        gap.setLength(0);
        column = start > room ? start % room : start;
    }

    private int afterGap() {
        int at = column;
        for (int i = 0; i < gap.length(); i++) {
            // A tab does not leave the line.
            at = gap.charAt(i) == ' ' ? at + 1 : Math.max(at, Math.min(room - 1, (at / TAB + 1) * TAB));
        }
        return at;
    }
}
