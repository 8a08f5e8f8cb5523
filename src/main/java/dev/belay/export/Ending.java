package dev.belay.export;

import dev.belay.chat.Blanks;
import dev.belay.chat.Estimate;
import dev.belay.chat.Round;
import dev.belay.session.Told;
import java.util.List;
import java.util.Locale;

/** The words about how an answer ended, and what it took. */
public final class Ending {

    private static final String DOT = " · ";
    private static final List<String> LENGTH =
            List.of("length", "model_length", "max_tokens", "max_output_tokens", "incomplete:max_output_tokens");

    private Ending() {}

    /** {@code interrupted · ~41 tokens · 1.3 s}; {@code failed: the line is cut}; nothing where it ended as it should. */
    public static String words(Round.End end, String answer, Told told) {
        return switch (end) {
            case INTERRUPTED -> interrupted(told.reason()) + DOT + measured(answer, told);
            case FAILED -> "failed" + (told.reason().isEmpty() ? "" : ": " + Manuscript.line(told.reason(), 1_000));
            case COMPLETE -> LENGTH.contains(told.reason().toLowerCase(Locale.ROOT))
                    ? "cut at the model's length limit"
                    : Blanks.isBlank(answer) ? "the answer is empty" : "";
        };
    }

    private static String interrupted(String reason) {
        return reason.equals("time_limit") ? "interrupted by the time limit" : "interrupted";
    }

    /** {@code 312 tokens · 4.1 s}, as far as it is known or can be estimated. */
    public static String measured(String answer, Told told) {
        String time = Moment.between(told.asked(), told.ended());
        return tokens(answer, told) + (time.isEmpty() ? "" : DOT + time);
    }

    private static String tokens(String answer, Told told) {
        long count = told.usage().outputTokens().orElse(0);
        boolean isTold = count > 0 || answer.isEmpty();
        long shown = isTold ? count : Estimate.ofLength(answer.length());
        return (isTold ? "" : "~") + shown + (shown == 1 ? " token" : " tokens");
    }
}
