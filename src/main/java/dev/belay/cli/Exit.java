package dev.belay.cli;

import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Cause;
import dev.belay.chat.Problem;

/**
 * How the program ends.
 *
 * @param code the exit code
 * @param signal the name of the signal to die by, so that a shell's loop stops as well; empty for an ordinary exit
 */
public record Exit(int code, String signal) {

    public static final Exit COMPLETE = new Exit(0, "");
    public static final Exit FAILED = new Exit(1, "");
    public static final Exit USAGE = new Exit(2, "");
    public static final Exit CONFIGURATION = new Exit(3, "");
    public static final Exit TIMED_OUT = new Exit(124, "");
    public static final Exit HANGUP = new Exit(129, "");
    public static final Exit INTERRUPTED = new Exit(130, "INT");
    public static final Exit OUTPUT_CLOSED = new Exit(141, "");
    public static final Exit TERMINATED = new Exit(143, "");

    static Exit of(Outcome outcome) {
        if (outcome instanceof Outcome.Interrupted interrupted) {
            return of(interrupted.cause());
        }
        if (outcome instanceof Outcome.Failed failed && failed.problem().kind() == Problem.Kind.FILE) {
            return USAGE;
        }
        return outcome instanceof Outcome.Complete ? COMPLETE : FAILED;
    }

    static Exit of(Problem.Kind kind) {
        return switch (kind) {
            case CONFIGURATION -> CONFIGURATION;
            case FILE -> USAGE;
            default -> FAILED;
        };
    }

    public static Exit of(Cause cause) {
        return switch (cause) {
            case KEY -> INTERRUPTED;
            case TERMINATE -> TERMINATED;
            case HANGUP -> HANGUP;
            case OUTPUT_CLOSED -> OUTPUT_CLOSED;
            case TIME_LIMIT -> TIMED_OUT;
        };
    }
}
