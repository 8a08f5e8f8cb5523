package dev.belay.view;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome.Cause;
import java.time.Duration;

/** The words about how an answer ended. */
final class EndLine {

    /** What Gemini's reason for a question that it would not even read begins with. */
    private static final String BLOCKED = "BLOCKED:";

    private EndLine() {}

    /** {@code ⏹ interrupted · ~41 tokens · 1.3 s}, and what the server did, where that is known. */
    static String interrupted(Cause cause, Answer answer, Style style) {
        long tokens = answer.outputTokens();
        String what = cause == Cause.TIME_LIMIT ? "interrupted by the time limit" : "interrupted";
        String line = style.stopSign() + " " + what + style.dot() + (answer.isEstimated() ? "~" : "") + tokens
                + (tokens == 1 ? " token" : " tokens") + style.dot() + seconds(answer.elapsed());
        return answer.aftermath().isEmpty() ? line : line + style.dot() + answer.aftermath();
    }

    /** What the person should know about an answer that is complete; mostly nothing. */
    static String remark(String reason, Answer answer) {
        return switch (reason) {
            case "length", "model_length", "max_tokens", "incomplete:max_output_tokens", "MAX_TOKENS" -> "the answer was cut at the model's length limit; /continue goes on";
            case "model_context_window_exceeded" -> "the answer was cut: the conversation fills what the model can take; /clear begins anew";
            case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "LANGUAGE" ->
                    "the provider's content filter ended the answer (" + reason + ")";
            case "content_filter", "incomplete:content_filter" -> "the provider's content filter ended the answer";
            case "refusal" -> "the model refused";
            case "tool_calls", "function_call", "tool_use" -> "the model wanted to call a tool, which belay does not offer";
            default -> other(reason, answer);
        };
    }

    private static String other(String reason, Answer answer) {
        if (reason.startsWith(BLOCKED)) {
            return "the provider's content filter blocked the question (" + Cleaner.clean(reason.substring(BLOCKED.length())) + ")";
        }
        return answer.text().isEmpty() ? "the answer is empty (" + Cleaner.clean(reason) + ")" : "";
    }

    private static String seconds(Duration elapsed) {
        long tenths = (elapsed.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
