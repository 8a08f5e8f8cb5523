package dev.belay.screen;

import java.util.function.Consumer;

/** Reads what a program writes to its terminal, character by character, as xterm does: C1 controls are obeyed too. One thread. */
final class Vt {
    private enum State {
        TEXT,
        ESCAPE,
        INTERMEDIATE,
        CSI,
        STRING,
        STRING_ESCAPE
    }

    private static final int ESC = 0x1B;
    private static final int CANCEL = 0x18;
    private static final int SUBSTITUTE = 0x1A;
    private static final int STRING_END = 0x9C;
    private static final int LONG = 1 << 20;

    private final Screen screen;
    private final Received received;
    private final Csi csi;
    private final Commands commands;
    private final StringBuilder sequence = new StringBuilder();
    private State state = State.TEXT;
    private int opening;

    Vt(Screen screen, Received received, Consumer<String> answers) {
        this.screen = screen;
        this.received = received;
        csi = new Csi(screen, received, answers);
        commands = new Commands(screen, received, answers);
    }

    void accept(int c) {
        if (state == State.TEXT && c >= 0x20 && c < 0x7F) {
            received.note(Effect.CHARACTER);
            screen.pen().put(c);
        } else if (c == CANCEL || c == SUBSTITUTE) {
            state = State.TEXT;
            received.note(Effect.CONTROL);
        } else if (state == State.STRING || state == State.STRING_ESCAPE) {
            string(c);
        } else if (c == ESC) {
            enter(State.ESCAPE);
        } else if (c < 0x20 || c == 0x7F) {
            control(c);
        } else if (c >= 0x80 && c <= 0x9F) {
            escape(c - 0x40);
        } else {
            inside(c);
        }
    }

    private void inside(int c) {
        switch (state) {
            case ESCAPE -> escape(c);
            case INTERMEDIATE -> intermediate(c);
            case CSI -> csi(c);
            default -> {
                received.note(Effect.CHARACTER);
                screen.pen().put(c);
            }
        }
    }

    private void control(int c) {
        received.note(
                switch (c) {
                    case '\r' -> Effect.CARRIAGE_RETURN;
                    case '\n', 0x0B, 0x0C -> Effect.LINE_FEED;
                    case '\b' -> Effect.BACKSPACE;
                    case '\t' -> Effect.TAB;
                    case 0x07 -> Effect.BELL;
                    case 0x0E, 0x0F -> Effect.CHARACTER_SET;
                    default -> Effect.CONTROL;
                });
        switch (c) {
            case '\r' -> screen.pen().carriageReturn();
            case '\n', 0x0B, 0x0C -> screen.pen().lineFeed();
            case '\b' -> screen.pen().backspace();
            case '\t' -> screen.pen().tab(1);
            default -> {}
        }
    }

    private void escape(int c) {
        state = State.TEXT;
        switch (c) {
            case '[' -> enter(State.CSI);
            case ']', 'P', '_', '^', 'X' -> {
                opening = c;
                enter(State.STRING);
            }
            case '7' -> note(Effect.CURSOR_TO).save();
            case '8' -> note(Effect.CURSOR_TO).restore();
            case 'D' -> note(Effect.LINE_FEED).lineFeed();
            case 'E' -> {
                note(Effect.LINE_FEED).lineFeed();
                screen.pen().carriageReturn();
            }
            case 'M' -> screen.pen().reverseLineFeed();
            case 'c' -> {
                received.note(Effect.RESET);
                screen.reset();
            }
            case 'Z' -> received.note(Effect.QUERY);
            case '=', '>' -> received.note(Effect.KEYPAD);
            case '\\' -> {}
            default -> rarer(c);
        }
    }

    private void rarer(int c) {
        if (c >= 0x20 && c <= 0x2F) {
            enter(State.INTERMEDIATE);
            sequence.appendCodePoint(c);
        } else {
            received.note(c >= 'n' && c <= '~' || c == 'N' || c == 'O' ? Effect.CHARACTER_SET : Effect.UNKNOWN);
        }
    }

    /** {@code ESC ( 0} chooses a character set, {@code ESC # 8} fills the screen. */
    private void intermediate(int c) {
        if (c >= 0x20 && c <= 0x2F) {
            sequence.appendCodePoint(c);
            return;
        }
        state = State.TEXT;
        received.note("()*+-./%".indexOf(sequence.charAt(0)) >= 0 ? Effect.CHARACTER_SET : Effect.RESET);
    }

    private Pen note(Effect effect) {
        received.note(effect);
        return screen.pen();
    }

    private void enter(State next) {
        state = next;
        sequence.setLength(0);
    }

    /** OSC ends with BEL or ST, the others with ST; any other escape breaks them off. */
    private void string(int c) {
        if (state == State.STRING_ESCAPE) {
            state = State.TEXT;
            if (c == '\\') {
                commands.accept(opening, sequence.toString());
            } else {
                escape(c);
            }
        } else if (c == STRING_END || c == 0x07 && opening == ']') {
            state = State.TEXT;
            commands.accept(opening, sequence.toString());
        } else if (c == ESC) {
            state = State.STRING_ESCAPE;
        } else if (sequence.length() < LONG) {
            sequence.appendCodePoint(c);
        }
    }

    private void csi(int c) {
        if (c < 0x40 || c > 0x7E) {
            sequence.appendCodePoint(c);
            return;
        }
        state = State.TEXT;
        csi.accept(sequence.toString(), c);
    }
}
