package dev.belay.view;

import dev.belay.chat.Answer;
import dev.belay.chat.Estimate;
import dev.belay.chat.Outcome.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words about how an answer ended. */
final class EndLine {

    /** A speed of less than that is a matter of chance. */
    private static final int LEAST_TOKENS = 20;

    private static final int LEAST_MILLIS = 500;

    /** No tokens are so short on the average that so many more of them came than there are by the length of the text. */
    private static final int UNSEEN = 4;

    private EndLine() {}

    /** {@code ⏹ interrupted · ~41 tokens · ~$0.0012 · 1.3 s}, and what the server did, where that is known. */
    static String interrupted(Cause cause, Answer answer, Style style) {
        String what = cause == Cause.TIME_LIMIT ? "interrupted by the time limit" : "interrupted";
        String line = style.stopSign() + " " + what + style.dot() + measured(answer, style);
        return answer.aftermath().isEmpty() ? line : line + style.dot() + answer.aftermath();
    }

    /** {@code 312 tokens · 4.1 s · 76 tokens/s}; the speed only where it means something. */
    static String complete(Answer answer, Style style) {
        String speed = speed(answer);
        return measured(answer, style) + (speed.isEmpty() ? "" : style.dot() + speed);
    }

    private static String measured(Answer answer, Style style) {
        return (answer.isEstimated() ? "~" : "")
                + tokens(answer.outputTokens())
                + price(answer, style)
                + style.dot()
                + seconds(answer.elapsed());
    }

    static String tokens(long count) {
        return count + (count == 1 ? " token" : " tokens");
    }

    /** From the first piece to the end. Where far more was counted than came, the model thought unseen, for nobody knows how long. */
    private static String speed(Answer answer) {
        long millis = answer.elapsed()
                .minus(answer.firstToken().orElse(answer.elapsed()))
                .toMillis();
        long tokens = answer.outputTokens();
        boolean unseen =
                tokens > UNSEEN * Estimate.ofLength((long) answer.text().length() + answer.thought());
        boolean tooLittle = answer.elapsed().toMillis() < 1000 || millis < LEAST_MILLIS || tokens < LEAST_TOKENS;
        return tooLittle || unseen ? "" : (tokens * 1000 + millis / 2) / millis + " tokens/s";
    }

    private static String price(Answer answer, Style style) {
        if (answer.dollars().isEmpty()) {
            return "";
        }
        String mark = answer.usage().dollars().isPresent() ? "" : "~";
        return style.dot() + mark + Dollars.text(answer.dollars().getAsDouble());
    }

    /**
     * What the person should know about an answer that is complete; mostly nothing.
     *
     * @param reason the provider's word for why it ended, in any dialect
     * @param tools that the model asked for
     */
    static String remark(String reason, Answer answer, List<String> tools) {
        String word = reason.toLowerCase(Locale.ROOT);
        int colon = word.indexOf(':');
        String detail = Cleaner.clean(reason.substring(colon + 1));
        boolean told = word.startsWith("incomplete:");
        return switch (told ? word.substring(colon + 1) : word.substring(0, colon < 0 ? word.length() : colon)) {
            case "length", "model_length", "max_tokens", "max_output_tokens" ->
                "the answer was cut at the model's length limit; /continue goes on";
            case "model_context_window_exceeded" ->
                "the conversation has filled the model's context; /clear begins anew";
            case "content_filter" -> "the provider's content filter ended the answer";
            case "safety", "recitation", "language", "blocklist", "prohibited_content", "spii", "image_safety" ->
                "the provider's content filter ended the answer (" + detail + ")";
            case "blocked" -> "the provider's content filter blocked the question (" + detail + ")";
            case "refusal" -> "the model refused";
            case "pause_turn" -> "the provider paused the answer; /continue goes on";
            case "tool_calls", "function_call", "tool_use", "malformed_function_call" -> wanted(tools);
            default -> tools.isEmpty() ? empty(reason, answer) : wanted(tools);
        };
    }

    private static String wanted(List<String> tools) {
        List<String> named = new ArrayList<>(tools);
        named.removeIf(String::isBlank);
        String which = named.isEmpty()
                ? "a tool"
                : (named.size() == 1 ? "the tool " : "the tools ") + Cleaner.clean(String.join(", ", named));
        return "the model wanted to call " + which + ", which belay does not offer";
    }

    private static String empty(String reason, Answer answer) {
        return answer.text().isEmpty() ? "the answer is empty (" + Cleaner.clean(reason) + ")" : "";
    }

    /** In whole seconds, where there are any. */
    static String rough(Duration elapsed) {
        return elapsed.toMillis() < 1000 ? seconds(elapsed) : (elapsed.toMillis() + 500) / 1000 + " s";
    }

    private static String seconds(Duration elapsed) {
        long tenths = (elapsed.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
