package dev.belay.export;

import dev.belay.chat.Act;
import dev.belay.chat.Blanks;
import dev.belay.chat.Estimate;
import dev.belay.chat.Round;
import dev.belay.session.Chronicle;
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
    public static String words(Chronicle.Entry entry) {
        Told told = entry.told();
        return switch (entry.round().end()) {
            case INTERRUPTED -> interrupted(told.reason()) + DOT + measured(entry);
            case FAILED -> "failed" + (told.reason().isEmpty() ? "" : ": " + Manuscript.line(told.reason(), 1_000));
            case COMPLETE ->
                LENGTH.contains(told.reason().toLowerCase(Locale.ROOT))
                        ? "cut at the model's length limit"
                        : Blanks.isBlank(entry.round().answer()) ? "the answer is empty" : "";
        };
    }

    /** What stands before the words. */
    public static String sign(Round.End end) {
        return switch (end) {
            case INTERRUPTED -> "⏹ ";
            case FAILED -> "✗ ";
            case COMPLETE -> "";
        };
    }

    private static String interrupted(String reason) {
        return reason.equals("time_limit") ? "interrupted by the time limit" : "interrupted";
    }

    /** {@code 312 tokens · 4.1 s}, as far as it is known or can be estimated; the time only of what came at once. */
    public static String measured(Chronicle.Entry entry) {
        int parts = parts(entry.round());
        String time = parts > 1
                ? "in " + parts + " parts"
                : Moment.between(entry.told().asked(), entry.told().ended());
        return tokens(entry.round().answer(), entry.told()) + (time.isEmpty() ? "" : DOT + time);
    }

    /** How often the answer was gone on with, and its begin. */
    static int parts(Round round) {
        int parts = 0;
        for (Act act : round.acts()) {
            parts += act.isVain() ? 0 : 1;
        }
        return parts;
    }

    private static String tokens(String answer, Told told) {
        long count = told.usage().outputTokens().orElse(0);
        boolean isTold = count > 0 || answer.isEmpty();
        long shown = isTold ? count : Estimate.ofLength(answer.length());
        return (isTold ? "" : "~") + shown + (shown == 1 ? " token" : " tokens");
    }
}
