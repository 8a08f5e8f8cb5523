package dev.belay.chat;

import dev.belay.chat.Problem.Kind;

/** Carries a problem to the one place that tells the person. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public static ProblemException configuration(String message, String hint) {
        return new ProblemException(new Problem(Kind.CONFIGURATION, message, hint));
    }

    public static ProblemException file(String message, String hint) {
        return new ProblemException(new Problem(Kind.FILE, message, hint));
    }

    public static ProblemException protocol(String message) {
        return new ProblemException(new Problem(Kind.PROTOCOL, message));
    }

    public Problem problem() {
        return problem;
    }
}
