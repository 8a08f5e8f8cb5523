package dev.belay.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Outcome.Retry;
import dev.belay.chat.Problem;
import dev.belay.chat.Prompt;
import dev.belay.chat.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Framing as the event-stream standard has it, whatever line ends and cuts; names after the web platform's own tests. */
class EventLinesTest {

    static List<Arguments> cases() {
        return List.of(
                of("format-bom", "\uFEFFdata: a\n\ndata: b\n\n", "a", "b"),
                of("format-bom-2: a second one is no mark", "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", "b"),
                of(
                        "format-comments",
                        "data:1\r:\0\n:\r\ndata:2\n:xxx\rdata:3\n:data:fail\r:xxx\ndata:4\n\n",
                        "1\n2\n3\n4"),
                of("format-data-before-final-empty-line", "retry:1\ndata:x"),
                of("format-field-data", "data:\n\ndata\ndata\n\ndata:test\n\n", "", "\n", "test"),
                of("format-field-event", "event:t\ndata:x\n\ndata:x\n\n", "t|x", "x"),
                of("format-leading-space", "data:\tx\rdata:  x\ndata:x\n\n", "\tx\n x\nx"),
                of("format-newlines", "data:1\n\rdata:2\n\ndata:3\r\n\r\ndata:4\r\r", "1", "2", "3", "4"),
                of("format-null-character", "data:\0\n\n\n\n", "\0"),
                of("format-utf-8", "data:ok…😀\n\n", "ok…😀"),
                of("format-field-unknown", "data:t\n data:x\ndata\ndata:t2\nfoo:x\n\n", "t\n\nt2"),
                of("a last lone return ends", "data: a\n\ndata: b\r", "a"),
                of("nothing at all", ""));
    }

    private static Arguments of(String name, String body, String... events) {
        return Arguments.of(name, body, List.of(events));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void framesAreWhatTheStandardSays(String name, String body, List<String> events) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<byte[]> single = new ArrayList<>();
        for (byte b : bytes) {
            single.add(new byte[] {b});
        }
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(events, frames(List.of(bytes)), "whole");
            assertEquals(events, frames(single), "byte by byte");
        });
    }

    private static List<String> frames(List<byte[]> pieces) {
        List<String> frames = new ArrayList<>();
        CannedAnswers.read(new Recorder(frames), "text/event-stream", pieces);
        return frames;
    }

    /** A dialect that notes its frames. */
    private record Recorder(List<String> frames) implements Protocol, Decoder {
        @Override
        public String hide(String text) {
            return text;
        }

        @Override
        public Post post(Prompt prompt) {
            return new Post("http://127.0.0.1/", java.util.Map.of(), new byte[0]);
        }

        @Override
        public Decoder decoder() {
            return this;
        }

        @Override
        public Failed refused(Refusal refusal) {
            return new Failed(new Problem(Problem.Kind.PROTOCOL, "refused"), Retry.NEVER);
        }

        @Override
        public void frame(String event, String data, Consumer<Signal> out) {
            frames.add(event == null ? data : event + "|" + data);
        }

        @Override
        public void whole(String json, Consumer<Signal> out) {
            frames.add(json);
        }

        @Override
        public boolean isClosing() {
            return false;
        }

        @Override
        public Outcome ended(String tail) {
            return new Complete("");
        }
    }
}
