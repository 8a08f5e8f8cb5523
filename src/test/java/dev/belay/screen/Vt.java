package dev.belay.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads what a program writes to its terminal and does it to a screen; questions are answered as xterm would. One thread. */
public final class Vt {
    private enum State { TEXT, ESCAPE, CHARSET, CSI, STRING, STRING_ESCAPE }

    private final Screen screen;
    private final Consumer<String> answers;
    private final StringBuilder sequence = new StringBuilder();
    private State state = State.TEXT;

    public Vt(Screen screen, Consumer<String> answers) {
        this.screen = screen;
        this.answers = answers;
    }

    public void accept(int c) {
        switch (state) {
            case TEXT -> text(c);
            case ESCAPE -> escape(c);
            case CHARSET -> state = State.TEXT;
            case CSI -> csi(c);
            case STRING -> string(c);
            case STRING_ESCAPE -> endString();
        }
    }

    private void text(int c) {
        switch (c) {
            case 0x1B -> enter(State.ESCAPE);
            case '\r' -> screen.carriageReturn();
            case '\n', 0x0B, 0x0C -> screen.lineFeed();
            case '\b' -> screen.backspace();
            case '\t' -> screen.tab();
            default -> {
                if (c >= 0x20 && c != 0x7F) {
                    screen.put(c);
                }
            }
        }
    }

    private void escape(int c) {
        state = State.TEXT;
        switch (c) {
            case '[' -> enter(State.CSI);
            case ']', 'P', '_', '^', 'X' -> enter(State.STRING);
            case '(', ')', '*', '+', ' ', '#', '%' -> state = State.CHARSET;
            case '7' -> screen.save();
            case '8' -> screen.restore();
            case 'D' -> screen.lineFeed();
            case 'M' -> screen.reverseLineFeed();
            default -> { }
        }
    }

    private void enter(State next) {
        state = next;
        sequence.setLength(0);
    }

    private void string(int c) {
        if (c == 0x07) {
            endString();
        } else if (c == 0x1B) {
            state = State.STRING_ESCAPE;
        } else {
            sequence.appendCodePoint(c);
        }
    }

    private void endString() {
        state = State.TEXT;
        if (sequence.toString().matches("(?s)[02];.*")) {
            screen.title(sequence.substring(2));
        }
    }

    private void csi(int c) {
        if (c < 0x40 || c > 0x7E) {
            sequence.appendCodePoint(c);
            return;
        }
        state = State.TEXT;
        if (sequence.isEmpty() || "0123456789;".indexOf(sequence.charAt(0)) >= 0) {
            command(c, numbers(sequence.toString()));
        } else if (sequence.charAt(0) == '?') {
            privateCommand(c, sequence.substring(1));
        }
    }

    private void command(int c, List<Integer> numbers) {
        int first = number(numbers, 0, 0);
        int n = Math.max(1, first);
        switch (c) {
            case 'A' -> screen.move(-n, 0);
            case 'B', 'e' -> screen.move(n, 0);
            case 'C', 'a' -> screen.move(0, n);
            case 'D' -> screen.move(0, -n);
            case 'E' -> screen.to(screen.cursorRow() + n, 0);
            case 'F' -> screen.to(screen.cursorRow() - n, 0);
            case 'G', '`' -> screen.to(screen.cursorRow(), n - 1);
            case 'd' -> screen.to(n - 1, screen.cursorColumn());
            case 'H', 'f' -> screen.to(n - 1, number(numbers, 1, 1) - 1);
            case 'J' -> screen.eraseDisplay(first);
            case 'K' -> screen.eraseLine(first);
            case 'L' -> screen.insertLines(n);
            case 'M' -> screen.deleteLines(n);
            case '@' -> screen.insertCells(n);
            case 'P' -> screen.deleteCells(n);
            case 'X' -> screen.eraseCells(n);
            case 'S' -> screen.scroll(n);
            case 'T' -> screen.scroll(-n);
            case 's' -> screen.save();
            case 'u' -> screen.restore();
            case 'r' -> screen.region(n - 1, number(numbers, 1, Integer.MAX_VALUE) - 1);
            case 'n' -> report(first);
            case 'c' -> answers.accept("\033[?62;22c");
            default -> { }
        }
    }

    private void privateCommand(int c, String rest) {
        if (c == 'h' || c == 'l') {
            numbers(rest).forEach(mode -> screen.mode(mode, c == 'h'));
        } else if (c == 'p' && rest.endsWith("$")) {
            answers.accept("\033[?" + rest.substring(0, rest.length() - 1) + ";0$y");
        }
    }

    private void report(int what) {
        if (what == 6) {
            answers.accept("\033[" + (screen.cursorRow() + 1) + ";" + (screen.cursorColumn() + 1) + "R");
        } else if (what == 5) {
            answers.accept("\033[0n");
        }
    }

    private static List<Integer> numbers(String text) {
        if (!text.matches("[0-9;]+")) {
            return List.of();
        }
        List<Integer> numbers = new ArrayList<>();
        Arrays.stream(text.split(";", -1)).map(s -> s.isEmpty() ? 0 : Integer.parseInt(s)).forEach(numbers::add);
        return numbers;
    }

    private static int number(List<Integer> numbers, int index, int otherwise) {
        return index < numbers.size() && numbers.get(index) > 0 ? numbers.get(index) : otherwise;
    }
}
