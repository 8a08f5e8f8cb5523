package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Received;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are big in a way that costs more than their length where a program is careless. */
@Timeout(180)
class HostileSizeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PIECE = 2_000;
    /** A program that is linear takes 4; one that is quadratic 16. */
    private static final double LINEAR = 9;

    private static final double NOISE = 0.4;

    enum Answer {
        COMBINING_MARKS(1_000_000, n -> "a" + "\u0301".repeat(n) + "b"),
        MARKS_ON_MANY(1_000_000, n -> "e\u0301\u0302\u0303 ".repeat(n / 4)),
        ONE_LINE(5_000_000, n -> "word ".repeat(n / 5)),
        ONE_WORD(5_000_000, "x"::repeat),
        WIDE_LINE(1_000_000, n -> "漢字👍🏽".repeat(n / 6)),
        JOINED_EMOJI(500_000, n -> "👨‍".repeat(n / 3)),
        ONE_LINE_OF_CODE(2_000_000, n -> "```java\n" + "f(\"x\") + ".repeat(n / 9) + "\n```\n"),
        CODE_NEVER_CLOSED(1_000_000, n -> "```python\n" + "x = '''\n".repeat(n / 8)),
        QUOTES_IN_QUOTES(10_000, n -> ">".repeat(n) + " deep\n"),
        QUOTES_OF_MANY_LINES(1_000, n -> "> ".repeat(100).concat("x\n").repeat(n)),
        LISTS_IN_LISTS(10_000, n -> "- ".repeat(n) + "deep\n"),
        LONG_LIST(20_000, n -> "- item\n".repeat(n)),
        STARS(100_000, "*"::repeat),
        OPENED_STARS(100_000, n -> "*a ".repeat(n / 3)),
        OPENED_AND_CLOSED(100_000, n -> "**a *b ".repeat(n / 14) + "c* d** ".repeat(n / 14)),
        BRACKETS(100_000, "["::repeat),
        BRACKETS_AND_LINKS(100_000, n -> "[a](".repeat(n / 4)),
        IMAGES(100_000, n -> "![".repeat(n / 2)),
        BACKTICKS(100_000, "`"::repeat),
        BACKTICKS_OF_EACH_LENGTH(400, n -> {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= n; i++) {
                text.append("`".repeat(i)).append(" e ");
            }
            return text.toString();
        }),
        POINTED(100_000, n -> "<a ".repeat(n / 3)),
        UNDERSCORES(100_000, n -> "_a__b".repeat(n / 5)),
        REFERENCES(20_000, n -> "&#1;&amp;&x;".repeat(n / 8)),
        PARAGRAPHS(50_000, n -> "a\n\n".repeat(n)),
        ONE_PARAGRAPH(50_000, n -> "a *b* c\n".repeat(n)),
        WIDE_TABLE(1_000, n -> row("h", n) + row("---", n) + row("cell", n).repeat(4)),
        LONG_TABLE(4_000, n -> row("h", 4) + row("---", 4) + row("cell", 4).repeat(n)),
        DEFINITIONS(5_000, n -> "[r]: https://a.example/x\n".repeat(n) + "\n[r]\n"),
        HEADINGS(10_000, n -> "a\n===\n# b\n".repeat(n / 2));

        private final int size;
        private final IntFunction<String> text;

        Answer(int size, IntFunction<String> text) {
            this.size = size;
            this.text = text;
        }

        private static String row(String cell, int columns) {
            return "|" + (cell + "|").repeat(columns) + "\n";
        }
    }

    @AutoClose
    private final Stage stage = new Stage();

    @ParameterizedTest
    @EnumSource
    void it_takes_four_times_as_long_for_four_times_as_much_and_leaves_the_prompt_whole(Answer answer) {
        Chat chat = Chat.begin(stage);
        Received before = chat.terminal().received();
        seconds(chat, answer.text.apply(answer.size / 8));
        double quarter = seconds(chat, answer.text.apply(answer.size / 4));
        double whole = seconds(chat, answer.text.apply(answer.size));

        Attacks.assertHarmless(chat.terminal(), before);
        assertTrue(
                answer.text.apply(answer.size).equals(stage.box().journal().lastText()),
                "the journal has another text");
        assertTrue(
                whole < LINEAR * Math.max(NOISE, quarter),
                "a quarter took " + quarter + " s, the whole " + whole + " s");
        chat.terminal().press("still there");
        chat.terminal().awaitPrompt("still there");
    }

    /** From the first piece of an answer to the next prompt. */
    private static double seconds(Chat chat, String text) {
        Exchange exchange = chat.ask("go on").begin();
        long start = System.nanoTime();
        for (int from = 0, to; from < text.length(); from = to) {
            to = Math.min(text.length(), from + PIECE);
            to -= Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
            exchange.token(text.substring(from, to));
        }
        exchange.done();
        chat.terminal().awaitPrompt(PATIENCE, "");
        return (System.nanoTime() - start) / 1e9;
    }
}
