package dev.belay.screen;

import java.util.function.Consumer;

/** Does what a control sequence asks for: {@code ESC [}, numbers, a letter. One thread. */
final class Csi {
    private static final int MANY = 100_000;

    private final Screen screen;
    private final Received received;
    private final Consumer<String> answers;
    private String[] numbers = {};

    Csi(Screen screen, Received received, Consumer<String> answers) {
        this.screen = screen;
        this.received = received;
        this.answers = answers;
    }

    /** A number with a bound; none is 0. */
    static int number(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length() && Character.isDigit(digits.charAt(i)); i++) {
            value = Math.min(MANY, value * 10 + digits.charAt(i) - '0');
        }
        return value;
    }

    void accept(String parameters, int letter) {
        char first = parameters.isEmpty() ? '0' : parameters.charAt(0);
        boolean plain = parameters.isEmpty()
                || Character.isDigit(parameters.charAt(parameters.length() - 1))
                || parameters.endsWith(";");
        if (letter == 'm' && plain && (first == ';' || first == ':' || Character.isDigit(first))) {
            received.note(Effect.STYLE);
            screen.pen().look(Sgr.apply(parameters, screen.pen().look()));
        } else if (plain && (first == ';' || Character.isDigit(first))) {
            numbers = parameters.split(";", -1);
            move(letter);
        } else if (first == '?' && plain && (letter == 'h' || letter == 'l')) {
            modes(parameters.substring(1), letter);
        } else {
            other(parameters, letter);
        }
    }

    private int at(int index, int otherwise) {
        int value = index < numbers.length ? number(numbers[index]) : 0;
        return value > 0 ? value : otherwise;
    }

    /** The title is put aside and taken back; all else is an order to the window or a question. */
    private void window(int order) {
        received.note(order == 22 || order == 23 ? Effect.TITLE : Effect.QUERY);
        if (order == 22) {
            screen.keepTitle();
        } else if (order == 23) {
            screen.takeTitleBack();
        }
    }

    private void move(int letter) {
        Pen pen = screen.pen();
        int n = at(0, 1);
        switch (letter) {
            case 'A' -> pen.to(pen.row() - n, pen.column());
            case 'B', 'e' -> note(Effect.CURSOR_DOWN).to(pen.row() + n, pen.column());
            case 'C', 'a' -> note(Effect.CURSOR_ACROSS).across(pen.column() + n);
            case 'D' -> note(Effect.CURSOR_ACROSS).across(pen.column() - n);
            case 'E' -> note(Effect.CURSOR_DOWN).to(pen.row() + n, 0);
            case 'F' -> pen.to(pen.row() - n, 0);
            case 'G', '`' -> note(Effect.CURSOR_ACROSS).across(n - 1);
            case 'I' -> note(Effect.CURSOR_ACROSS).tab(n);
            case 'Z' -> note(Effect.CURSOR_ACROSS).backTab(n);
            case 'd' -> note(Effect.CURSOR_TO).to(n - 1, pen.column());
            case 'H', 'f' -> note(Effect.CURSOR_TO).to(n - 1, at(1, 1) - 1);
            case 's' -> note(Effect.CURSOR_TO).save();
            case 'u' -> note(Effect.CURSOR_TO).restore();
            default -> edit(letter, n);
        }
    }

    private void edit(int letter, int n) {
        switch (letter) {
            case 'J' -> eraseDisplay(at(0, 0));
            case 'K' -> note(Effect.ERASE_IN_LINE).edits().eraseLine(at(0, 0));
            case 'X' -> note(Effect.ERASE_IN_LINE).edits().eraseCells(n);
            case '@' -> note(Effect.EDIT_LINE).edits().insertCells(n);
            case 'P' -> note(Effect.EDIT_LINE).edits().deleteCells(n);
            case 'L' -> note(Effect.EDIT_ROWS).edits().insertRows(n);
            case 'M' -> note(Effect.EDIT_ROWS).edits().deleteRows(n);
            case 'S' -> note(Effect.EDIT_ROWS).scroll(n);
            case 'T' -> note(Effect.EDIT_ROWS).scroll(-n);
            case 'b' -> note(Effect.CHARACTER).repeat(n);
            case 'r' -> note(Effect.SCROLL_REGION).region(n - 1, at(1, MANY) - 1);
            case 'h', 'l' -> received.note(Effect.MODE);
            case 'n' -> report(at(0, 0));
            case 'c' -> answer("\033[?62;22c");
            case 't' -> window(at(0, 0));
            case 'x' -> received.note(Effect.QUERY);
            default -> received.note(Effect.UNKNOWN);
        }
    }

    private Pen note(Effect effect) {
        received.note(effect);
        return screen.pen();
    }

    private void eraseDisplay(int part) {
        Pen pen = note(part == 0 ? Effect.ERASE_BELOW : Effect.CLEAR);
        if (part < 2) {
            pen.edits().eraseLine(part);
        }
        if (part == 3) {
            pen.grid().forget();
        } else {
            pen.edits().eraseRows(part == 0 ? pen.row() + 1 : 0, part == 1 ? pen.row() : screen.rows());
        }
    }

    private void report(int what) {
        answer(what == 6 ? "\033[" + (screen.cursorRow() + 1) + ";" + (screen.cursorColumn() + 1) + "R" : "\033[0n");
    }

    private void answer(String text) {
        received.note(Effect.QUERY);
        answers.accept(text);
    }

    private void modes(String which, int letter) {
        for (String mode : which.split(";")) {
            received.note(Effect.MODE);
            screen.mode(number(mode), letter == 'h' ? Switch.ON : Switch.OFF);
        }
    }

    /** Those with a letter or a sign before the numbers, or a sign after them. */
    private void other(String parameters, int letter) {
        if (letter == 'p' && parameters.startsWith("?") && parameters.endsWith("$")) {
            answer("\033[?" + parameters.substring(1, parameters.length() - 1) + ";0$y");
        } else if (letter == 'p' && parameters.equals("!")) {
            received.note(Effect.RESET);
        } else if (letter == 'J' || letter == 'K') {
            received.note(Effect.CLEAR);
        } else if ("cnqu".indexOf(letter) >= 0) {
            received.note(Effect.QUERY);
        } else {
            received.note(Effect.UNKNOWN);
        }
    }
}
