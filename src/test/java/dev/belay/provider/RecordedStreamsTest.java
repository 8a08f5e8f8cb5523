package dev.belay.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.belay.chat.Event;
import dev.belay.chat.Outcome;
import dev.belay.chat.Outcome.Complete;
import dev.belay.chat.Outcome.Failed;
import dev.belay.chat.Signal;
import dev.belay.chat.Usage;
import dev.belay.wire.CannedAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays answers that real services sent, whole, byte by byte and cut at random; they lie beside the checkout. */
class RecordedStreamsTest {

    private static final Path STREAMS = Path.of("../shared/wire");
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void theRecordingsAreThere() {
        assumeTrue(Files.isDirectory(STREAMS), "skipped: no recorded streams at ../shared/wire");
    }

    @TestFactory
    Stream<DynamicTest> aWholeBodyGivesWhatWasRecorded() throws IOException {
        return each(body -> List.of(body));
    }

    @TestFactory
    Stream<DynamicTest> aBodyByteByByteGivesTheSame() throws IOException {
        return each(body -> {
            List<byte[]> bytes = new ArrayList<>(body.length);
            for (byte b : body) {
                bytes.add(new byte[] {b});
            }
            return bytes;
        });
    }

    @TestFactory
    Stream<DynamicTest> aBodyCutAtRandomGivesTheSame() throws IOException {
        Random random = new Random(4711);
        return each(body -> cut(body, random));
    }

    private static List<byte[]> cut(byte[] body, Random random) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < body.length; ) {
            int to = Math.min(body.length, from + 1 + random.nextInt(400));
            pieces.add(Arrays.copyOfRange(body, from, to));
            from = to;
        }
        return pieces;
    }

    private interface Cutter {
        List<byte[]> pieces(byte[] body);
    }

    private static Stream<DynamicTest> each(Cutter cutter) throws IOException {
        List<Path> sidecars;
        try (Stream<Path> files = Files.walk(STREAMS)) {
            sidecars = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().equals("http-errors.json"))
                    .sorted()
                    .toList();
        }
        return sidecars.stream()
                .map(RecordedStreamsTest::read)
                .filter(recording -> recording.facts.path("format").asText().equals("openai-chat-sse"))
                .map(recording -> DynamicTest.dynamicTest(
                        recording.name(), () -> recording.check(cutter.pieces(Files.readAllBytes(recording.body())))));
    }

    private static Recording read(Path sidecar) {
        try {
            return new Recording(sidecar, JSON.readTree(sidecar.toFile()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One body and what is known of it. */
    private record Recording(Path sidecar, JsonNode facts) {

        String name() {
            return STREAMS.relativize(sidecar).toString();
        }

        Path body() {
            return sidecar.resolveSibling(facts.path("file").asText());
        }

        void check(List<byte[]> pieces) {
            OpenAiChat dialect = new OpenAiChat(new Endpoint("http://127.0.0.1", Optional.empty(), ""));
            List<Signal> signals = CannedAnswers.read(dialect, "text/event-stream", pieces);
            assertEquals(
                    facts.path("expected_text").asText() + facts.path("expected_refusal").asText(""),
                    joined(signals, Event.Text.class));
            assertEquals(facts.path("expected_reasoning").asText(), joined(signals, Event.Reasoning.class));
            checkUsage(signals);
            Signal last = signals.get(signals.size() - 1);
            assertEquals(
                    1, signals.stream().filter(signal -> signal instanceof Outcome).count(), "exactly one outcome");
            checkOutcome((Outcome) last);
        }

        private void checkOutcome(Outcome outcome) {
            JsonNode error = facts.path("error");
            if (!error.isNull() && !error.isMissingNode()) {
                Failed failed = assertInstanceOf(Failed.class, outcome);
                String message = error.path("message").asText(error.asText());
                String begin = message.substring(0, Math.min(60, message.length())).replaceAll("\\s+", " ");
                assertTrue(failed.problem().message().contains(begin), failed.toString());
            } else if (facts.path("finish_reason").isTextual()) {
                String reason = facts.path("expected_refusal").asText("").isEmpty()
                        ? facts.path("finish_reason").asText()
                        : "refusal";
                assertEquals(new Complete(reason), outcome);
            } else if (facts.path("end_marker").asBoolean()) {
                assertEquals(new Complete("done"), outcome);
            } else {
                assertInstanceOf(Failed.class, outcome);
            }
        }

        private void checkUsage(List<Signal> signals) {
            JsonNode usage = facts.path("usage");
            Usage last = Usage.UNKNOWN;
            for (Signal signal : signals) {
                last = signal instanceof Event.Counted counted ? counted.usage() : last;
            }
            if (usage.has("completion_tokens")) {
                assertEquals(usage.path("completion_tokens").asLong(), last.outputTokens().orElse(-1));
                assertEquals(usage.path("prompt_tokens").asLong(), last.inputTokens().orElse(-1));
            } else {
                assertEquals(Usage.UNKNOWN, last);
            }
        }

        private static String joined(List<Signal> signals, Class<? extends Event> type) {
            StringBuilder text = new StringBuilder();
            for (Signal signal : signals) {
                if (type.isInstance(signal)) {
                    text.append(signal instanceof Event.Text t ? t.text() : ((Event.Reasoning) signal).text());
                }
            }
            return text.toString();
        }
    }
}
