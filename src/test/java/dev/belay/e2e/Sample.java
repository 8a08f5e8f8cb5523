package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers with Markdown in them, and what must be true of the screen in whatever form they are shown. */
final class Sample {
    static final String MARKDOWN = """
            # A heading

            Some *stress*, **weight**, `code` and [a link](https://a.example/page), and 漢字 and 👍🏽.

            1. first
            2. second
               - [x] inner

            > quoted words

            | name | value |
            |------|------:|
            | one  |     1 |

            ```java
            int answer = 42; // why
            ```

            The end.
            """;

    private static final List<String> WORDS = List.of(
            "A heading",
            "stress",
            "weight",
            "a link",
            "漢字",
            "first",
            "second",
            "inner",
            "quoted words",
            "one",
            "int answer = 42;",
            "The end.");
    /** What is left to be read when a terminal, or a program between, does not understand a sequence. */
    private static final Pattern REST = Pattern.compile(
            "\u001b|\\^\\[|\\[[0-9;]*m|\\[\\?[0-9]+[hl]|\\[[0-9]*[KJ]|\\]8;|\\]0;|[0-9]+;[0-9]+R|\\[\\?[0-9;]*c");

    private static final Pattern NUMBER = Pattern.compile("line-(\\d+)");

    private Sample() {}

    static void assertWhole(TerminalSession terminal) {
        for (String word : WORDS) {
            assertTrue(terminal.shows(word), "no “" + word + "” in\n" + terminal.picture());
        }
        assertClean(terminal);
    }

    static void assertClean(TerminalSession terminal) {
        assertFalse(REST.matcher(terminal.text()).find(), "a rest of an escape sequence in\n" + terminal.picture());
    }

    /** Paragraphs that can be told from each other: {@code line-0 and some words}, and so on. */
    static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "line-" + i + " and some words\n\n")
                .collect(Collectors.joining());
    }

    /** All of those are there, once each, in their order. */
    static void assertLines(int count, String seen) {
        List<Integer> found = new ArrayList<>();
        NUMBER.matcher(seen)
                .results()
                .map((MatchResult each) -> Integer.parseInt(each.group(1)))
                .forEach(found::add);
        assertTrue(found.equals(IntStream.range(0, count).boxed().toList()), "the lines " + found + " in\n" + seen);
    }
}
