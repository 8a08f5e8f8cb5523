package dev.belay.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a block of code, its parts cover it, and soon. */
class AnyCodeTest {

    private static final String[] PIECES = {
        "\"",
        "'",
        "`",
        "\\",
        "\"\"\"",
        "'''",
        "/*",
        "*/",
        "//",
        "#",
        "--",
        "<!--",
        "-->",
        "<<EOF",
        "EOF",
        "<script>",
        "</script>",
        "<style>",
        "<",
        ">",
        "</",
        "/>",
        "(",
        ")",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "${",
        "$",
        "@",
        "=",
        ":",
        ": ",
        "|",
        "- ",
        "~~~",
        "```",
        "R\"x(",
        ")x\"",
        "r#\"",
        "\"#",
        " ",
        "    ",
        "\t",
        "a",
        "return",
        "if",
        "Name",
        "x1",
        "0x1F",
        "1.5e-3",
        "größe",
        "漢字",
        "\ud83d\ude00",
        "e\u0301",
        "\u200d",
        "\ud83d",
        "\ude00",
        "\u0000",
        "\u001b[31m",
        "\u00a4",
        "\u2028",
        "\r",
        "*",
        "**",
        "_",
        "&amp;",
        "%",
        ";",
        ",",
        "+",
        "?",
        "!",
    };

    private static final Duration LIMIT = Duration.ofSeconds(30);

    static Stream<String> languages() {
        return Languages.rows().stream().map(names -> names.get(0));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void thePartsCoverEveryLineWithoutGapsAndAreTheSameAgain(String language) {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            CodeReader reader = CodeReader.of(language).orElseThrow();
            CodeReader again = CodeReader.of(language).orElseThrow();
            for (int i = 0; i < 12; i++) {
                String line = random.nextInt(4) == 0 ? anyChars(random) : pieces(random);
                List<Part> begun = reader.begun(line);
                List<Part> parts = reader.line(line);
                assertCovers(line, parts);
                assertEquals(begun, parts, line);
                assertEquals(parts, again.line(line), line);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void linesThatRepeatOneThingAreReadSoon(String language) {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (String piece : PIECES) {
                assertSoon(language, piece.repeat(1_990 / piece.length()));
                assertSoon(language, ("=" + piece).repeat(1_990 / (1 + piece.length())));
                assertSoon(language, piece.repeat(50_000 / piece.length()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void veryLongLinesAreReadSoon(String language) {
        assertTimeoutPreemptively(LIMIT, () -> {
            for (String piece : List.of("\"", "'", "\\", "[", "(", "{", "<")) {
                assertSoon(language, piece.repeat(100_000));
            }
            assertSoon(language, " ".repeat(1_000_000));
        });
    }

    /** What takes time by the square of the length takes many seconds for 50,000 chars; what is linear takes some milliseconds. */
    private static void assertSoon(String language, String line) {
        long begin = System.nanoTime();
        List<Part> parts = CodeReader.of(language).orElseThrow().line(line);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(millis < 1_500, () -> line.substring(0, 20) + " took " + millis + " ms");
        assertCovers(line, parts);
    }

    private static void assertCovers(String line, List<Part> parts) {
        int end = 0;
        for (Part part : parts) {
            assertEquals(end, part.begin(), line);
            assertTrue(part.end() > part.begin(), line);
            end = part.end();
            assertFalse(end < line.length() && Character.isSurrogatePair(line.charAt(end - 1), line.charAt(end)), line);
        }
        assertEquals(line.length(), end, line);
    }

    private static String pieces(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            line.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return line.toString();
    }

    private static String anyChars(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            line.appendCodePoint(random.nextInt(3) == 0 ? random.nextInt(0x11_0000) : random.nextInt(0x180));
        }
        return line.toString().replace("\n", "");
    }
}
