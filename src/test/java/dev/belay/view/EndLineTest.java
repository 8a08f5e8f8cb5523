package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndLineTest {

    private static String remark(String reason, String text) {
        return EndLine.remark(
                reason, new Answer(text, 0, new Complete(reason), Usage.UNKNOWN, Duration.ZERO, ""), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "STOP", "end_turn", "completed", "done", "stop_sequence"})
    void aGoodEndNeedsNoWords(String reason) {
        assertEquals("", remark(reason, "text"));
        assertEquals("the answer is empty (" + reason + ")", remark(reason, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "length, length limit",
        "MAX_TOKENS, length limit",
        "max_tokens, length limit",
        "content_filter, content filter",
        "SAFETY, content filter ended the answer (SAFETY)",
        "RECITATION, content filter ended the answer (RECITATION)",
        "BLOCKED:SAFETY, content filter blocked the question (SAFETY)",
        "BLOCKED:PROHIBITED_CONTENT, content filter blocked the question (PROHIBITED_CONTENT)",
        "incomplete:max_output_tokens, length limit",
        "incomplete:content_filter, content filter",
        "model_context_window_exceeded, context",
        "pause_turn, paused",
        "refusal, refused",
        "tool_use, tool",
        "tool_calls, tool"
    })
    void everyOtherEndIsNamed(String reason, String words) {
        assertTrue(remark(reason, "").contains(words), remark(reason, ""));
    }

    @Test
    void aReasonFromOutsideIsCleaned() {
        assertTrue(remark("BLOCKED:\u001b[31mX", "").contains("X"));
        assertEquals(-1, remark("BLOCKED:\u001b[31mX", "").indexOf('\u001b'));
        assertEquals(-1, remark("\u001b[31mX", "").indexOf('\u001b'));
    }
}
