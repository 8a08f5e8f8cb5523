package dev.belay.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each language has a sample in which all that is not plain is marked, as in {@code ‹KEYWORD return› x}; the rest is the code. */
class SamplesTest {

    private static final Pattern MARKED = Pattern.compile("‹[A-Z]+ ([^›]*)›");

    static Stream<String> languages() {
        return Languages.rows().stream().map(names -> names.get(0));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theWordsOfTheSampleHaveTheirShades(String language) throws IOException {
        CodeReader reader = CodeReader.of(language).orElseThrow();
        StringBuilder marked = new StringBuilder();
        for (String line : code(sample(language))) {
            marked.append(marked(line, reader.line(line))).append('\n');
        }
        assertEquals(sample(language), marked.toString());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLineThatIsBeingWrittenLeavesNothingBehind(String language) throws IOException {
        CodeReader reader = CodeReader.of(language).orElseThrow();
        CodeReader other = CodeReader.of(language).orElseThrow();
        for (String line : code(sample(language))) {
            for (int end = 0; end <= line.length(); end++) {
                String begun = line.substring(0, end);
                assertEquals(reader.begun(begun), reader.begun(begun));
            }
            assertEquals(reader.begun(line), reader.line(line), line);
            other.line(line);
            assertEquals(other.begun("x /* \" ' ` \"\"\" -- # <"), reader.begun("x /* \" ' ` \"\"\" -- # <"));
        }
    }

    private static String marked(String line, List<Part> parts) {
        StringBuilder marked = new StringBuilder();
        for (Part part : parts) {
            String text = line.substring(part.begin(), part.end());
            marked.append(part.shade() == Shade.PLAIN || text.isBlank() ? text : "‹" + part.shade() + " " + text + "›");
        }
        return marked.toString();
    }

    private static List<String> code(String sample) {
        return MARKED.matcher(sample).replaceAll("$1").lines().toList();
    }

    private static String sample(String language) throws IOException {
        try (var in = SamplesTest.class.getResourceAsStream(language + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
