package dev.belay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Answer;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndLineTest {

    private static String remark(String reason, String text) {
        return EndLine.remark(reason, new Answer(text, 0, new Complete(reason), Usage.UNKNOWN, Duration.ZERO, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "done", "end_turn", "stop_sequence", "completed", "STOP"})
    void anOrdinaryEndNeedsNoWords(String reason) {
        assertEquals("", remark(reason, "Yes."));
    }

    @ParameterizedTest
    @CsvSource({
        "length, length limit", "max_tokens, length limit", "incomplete:max_output_tokens, length limit",
        "model_context_window_exceeded, conversation fills", "content_filter, content filter",
        "incomplete:content_filter, content filter", "refusal, refused", "tool_use, tool", "tool_calls, tool"
    })
    void everyServicesWordForAnUnusualEndIsUnderstood(String reason, String words) {
        assertTrue(remark(reason, "Yes").contains(words), remark(reason, "Yes"));
    }

    @Test
    void anAnswerWithoutTextIsCalledEmpty() {
        assertTrue(remark("end_turn", "").contains("empty (end_turn)"), remark("end_turn", ""));
    }
}
