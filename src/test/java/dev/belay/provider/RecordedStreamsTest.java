package dev.belay.provider;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return each(Cut.WHOLE);
    }

    @TestFactory
    Stream<DynamicTest> aBodyByteByByteGivesTheSame() throws IOException {
        return each(Cut.BYTE_BY_BYTE);
    }

    @TestFactory
    Stream<DynamicTest> aBodyCutAtRandomGivesTheSame() throws IOException {
        return each(Cut.AT_RANDOM);
    }

    private static Stream<DynamicTest> each(Cut cut) throws IOException {
        List<Path> sidecars;
        try (Stream<Path> files = Files.walk(STREAMS)) {
            sidecars = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().equals("http-errors.json"))
                    .sorted()
                    .toList();
        }
        return sidecars.stream()
                .map(sidecar -> new Recording(sidecar, read(sidecar)))
                .filter(recording -> recording.dialect().isPresent())
                .map(recording -> DynamicTest.dynamicTest(
                        STREAMS.relativize(recording.sidecar()).toString(), () -> replay(recording, cut)));
    }

    private static void replay(Recording recording, Cut cut) throws IOException {
        for (List<byte[]> pieces : cut.of(Files.readAllBytes(recording.body()))) {
            recording.expected().check(recording.dialect().get(), pieces);
        }
    }

    private static JsonNode read(Path sidecar) {
        try {
            return JSON.readTree(sidecar.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
