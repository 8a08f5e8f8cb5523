package dev.belay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Question.Kind;
import dev.belay.chat.Round.End;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that was cut anywhere, and gone on with in any of the ways in which models do that, is the same text. */
class JointTest {

    private static final String SAMPLE = """
            # Signals

            A *signal* interrupts a program: it stops what it does, and a handler runs. 信号は、プログラムに届きます。そして止まります。

            1. **SIGINT** is sent by Ctrl-C.
            2. **SIGTERM** is sent by `kill`.
               It asks to leave.

            | signal | number | default |
            |---|---:|---|
            | SIGINT | 2 | ends it |
            | SIGTERM | 15 | ends it |

            ```java
            class Handler {
                void handle(String name) {
                    System.out.println("got " + name);
                    System.exit(name.equals("INT") ? 130 : 143);
                }
            }
            ```

            - in a list:

              ```sh
              kill -TERM $PID
              wait "$PID"
              ```

            That is *all* there is to it, isn't it? Yes. 👩‍👩‍👧 And a last line.
            """;

    static Stream<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(SAMPLE));
        for (String page : List.of("commands", "stopping", "sessions", "config", "models", "keys")) {
            try (InputStream in = JointTest.class.getResourceAsStream("/dev/belay/manual/" + page + ".md")) {
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts.stream();
    }

    /** Each place in a short text, and some of a long one. */
    private static List<Integer> cuts(String text) {
        Random random = new Random(text.length());
        List<Integer> cuts = new ArrayList<>();
        for (int cut = 1; cut < text.length() - 1; cut += text.length() < 2_000 ? 1 : 1 + random.nextInt(12)) {
            if (!Blanks.isBlank(text.substring(0, cut)) && !Blanks.isBlank(text.substring(cut))) {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    private static String asked(String partial, String more, End end) {
        return Joint.asked(partial, End.INTERRUPTED, more, end);
    }

    private static void joins(String text, int cut, String more) {
        String joined = asked(text.substring(0, cut), more, End.COMPLETE);
        if (!text.equals(joined)) {
            int begin = Math.max(0, cut - 60);
            String start = more.substring(0, Math.min(80, more.length()));
            assertEquals(around(text, begin), around(joined, begin), "gone on with: " + start);
            throw new AssertionError("not the same: " + joined);
        }
    }

    private static String around(String text, int begin) {
        return text.substring(begin, Math.min(text.length(), begin + 160));
    }

    private static boolean isBlankAt(String text, int at) {
        return Blanks.isBlank(text.substring(at, at + 1));
    }

    /** Only where a word falls into two words of the same text is it sometimes taken for those: with|out. */
    @ParameterizedTest
    @MethodSource("texts")
    void aModelThatGoesOnExactlyIsTakenAtItsWord(String text) {
        List<Integer> cuts = cuts(text);
        int wrong = 0;
        for (int cut : cuts) {
            if (isBlankAt(text, cut) || isBlankAt(text, cut - 1)) {
                joins(
                        text,
                        cut,
                        text.substring(Blanks.stripEnd(text.substring(0, cut)).length()));
            }
            if (!isBlankAt(text, cut)) {
                String begin = text.substring(0, cut);
                String rest = text.substring(cut);
                if (asked(begin, rest, End.COMPLETE).equals(begin + " " + rest)) {
                    wrong++;
                } else {
                    joins(text, cut, rest);
                }
            }
        }
        assertTrue(wrong <= cuts.size() / 500, wrong + " of " + cuts.size());
    }

    @Test
    void aBlockWithoutALanguageMayBeOpenedAgainToo() {
        String text = "Look:\n\n```\nfirst line\n  second one\n```\n\nThat is it.\n";
        for (int cut = text.indexOf("first") + 1; cut < text.indexOf("\n```\n\n"); cut++) {
            joins(
                    text,
                    cut,
                    "```\n"
                            + text.substring(
                                    Blanks.stripEnd(text.substring(0, cut)).length()));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void goingOnWithItsOwnWordsIsExact(String text) {
        for (int cut : cuts(text)) {
            String partial = text.substring(0, cut);
            assertEquals(
                    text,
                    Joint.goingOn(
                            partial, text.substring(Blanks.stripEnd(partial).length())));
            if (!isBlankAt(text, cut)) {
                assertEquals(text, Joint.goingOn(partial, text.substring(cut)));
            }
        }
    }

    /** Some words before the cut, from the begin of one, that are more than chance. */
    @ParameterizedTest
    @MethodSource("texts")
    void wordsThatAreSaidAgainAreLeftOut(String text) {
        Random random = new Random(3);
        for (int cut : cuts(text)) {
            int from = back(text, Blanks.stripEnd(text.substring(0, cut)).length(), 4 + random.nextInt(20));
            if (from >= 0) {
                joins(text, cut, text.substring(from));
            }
        }
    }

    /** The begin of so many different words before this place; negative where there are fewer. */
    private static int back(String text, int end, int words) {
        int at = end;
        java.util.Set<String> seen = new java.util.HashSet<>();
        while (at > 0 && seen.size() < words) {
            int stop = at;
            while (stop > 0 && !Character.isLetter(text.charAt(stop - 1))) {
                stop--;
            }
            at = stop;
            while (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_')) {
                at--;
            }
            seen.add(text.substring(at, stop));
        }
        return seen.size() < words ? -1 : at;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theLastLineMayBeSaidAgain(String text) {
        for (int cut : cuts(text)) {
            int line = text.lastIndexOf('\n', cut - 1) + 1;
            String said = text.substring(line, cut);
            if (said.chars().filter(Character::isLetter).count() > 12
                    && said.strip().split("\\P{L}+").length > 2) {
                joins(text, cut, text.substring(line));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void allOfItMayBeSaidAgain(String text) {
        for (int cut : cuts(text)) {
            if (cut > 12) {
                joins(text, cut, text);
            }
        }
    }

    @Test
    void aBlockOfCodeMayBeOpenedAgain() {
        int begin = SAMPLE.indexOf("```java\n") + 8;
        int end = SAMPLE.indexOf("\n```", begin);
        for (int cut = begin; cut < end; cut++) {
            for (String fence : List.of("```java\n", "\n```java\n")) {
                String rest = SAMPLE.substring(cut);
                if (!isBlankAt(SAMPLE, cut)) {
                    joins(SAMPLE, cut, fence + rest);
                }
                String seen = Blanks.stripEnd(SAMPLE.substring(0, cut));
                if (seen.length() > begin) {
                    joins(SAMPLE, cut, fence + SAMPLE.substring(seen.length()));
                }
            }
            int line = SAMPLE.lastIndexOf('\n', cut - 1) + 1;
            if (cut - line > 16) {
                joins(SAMPLE, cut, "```java\n" + SAMPLE.substring(line));
            }
        }
    }

    @Test
    void anAnswerThatWasCutManyTimesIsOne() {
        Random random = new Random(9);
        for (int run = 0; run < 500; run++) {
            List<Act> acts = new ArrayList<>();
            int at = 0;
            int turn = 1;
            while (at < SAMPLE.length()) {
                int end = Math.min(SAMPLE.length(), at + 30 + random.nextInt(300));
                boolean prefills = random.nextBoolean();
                int said = prefills || turn == 1
                        ? -1
                        : back(SAMPLE, Blanks.stripEnd(SAMPLE.substring(0, at)).length(), 5);
                boolean again = said >= 0 && random.nextBoolean();
                int from =
                        again ? said : Blanks.stripEnd(SAMPLE.substring(0, at)).length();
                Question question = new Question(
                        "", turn == 1 ? Kind.NEW : prefills ? Kind.PREFILL : Kind.CONTINUE, turn - 1, 0, List.of());
                End how = end == SAMPLE.length() ? End.COMPLETE : End.INTERRUPTED;
                acts.add(new Act(turn++, question, SAMPLE.substring(from, end), how));
                at = end;
            }
            assertEquals(SAMPLE, Joint.answer(acts), acts::toString);
        }
    }

    @Test
    void aModelThatIsStoppedWhileItRepeatsSaysNothingTwice() {
        String whole = "The first word is one, the second word is two, and that was it.";
        String partial = "The first word is one, the second word is two,";
        for (int stop = 1; stop < whole.length() - 10; stop++) {
            List<Act> acts = List.of(
                    new Act(1, "q", partial, End.INTERRUPTED),
                    new Act(2, more(1), whole.substring(10, 10 + stop), End.INTERRUPTED),
                    new Act(3, more(2), whole.substring(10 + stop), End.COMPLETE));
            if (stop > 18) {
                assertEquals(whole, Joint.answer(acts));
                assertTrue(whole.startsWith(Joint.answer(acts.subList(0, 2))));
            }
        }
    }

    private static Question more(int of) {
        return new Question("go on", Kind.CONTINUE, of, 0, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'It is very', ' very good.', 'It is very very good.'",
        "'again and again', ' and again and again.', 'again and again and again and again.'",
        "'0, 0, 0, 0, ', '0, 0, 0, 0', '0, 0, 0, 0, 0, 0, 0, 0'",
        "'the ca', 'can is full', 'the cacan is full'",
        "'said it. Yes. ', 'Yes. No.', 'said it. Yes. Yes. No.'",
        "'one two three', ' four', 'one two three four'",
        "'音はどきどき', 'どきどき', '音はどきどきどきどき'",
    })
    void whatIsNoRepetitionStays(String partial, String more, String joined) {
        assertEquals(joined, asked(partial, more, End.COMPLETE));
    }

    @ParameterizedTest
    @CsvSource({
        "'It ends here.', 'The next one begins.', 'It ends here. The next one begins.'",
        "'a brown fox and a quick', 'brown dog, a quick one', 'a brown fox and a quick brown dog, a quick one'",
        "'- one\n- two', '- three', '- one\n- two\n- three'",
        "'1. one\n2. two', '3. three', '1. one\n2. two\n3. three'",
        "'| a | b |\n|---|---|\n| 1 | 2 |', '| 3 | 4 |', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |'",
        "'```sh\nls -l', '```\nDone.', '```sh\nls -l\n```\nDone.'",
        "'use `System.', 'Out` for it', 'use `System.Out` for it'",
        "'inter', 'ruption', 'interruption'",
        "'it is 3.', '5 metres', 'it is 3.5 metres'",
    })
    void theBlankAtTheCutIsRight(String partial, String more, String joined) {
        assertEquals(joined, asked(partial, more, End.COMPLETE));
    }

    @Test
    void moreOfACompleteAnswerIsAParagraphOfItsOwn() {
        assertEquals("It is so.\n\nAlso this.", Joint.asked("It is so.", End.COMPLETE, "Also this.", End.COMPLETE));
        assertEquals("It is so.\n\n## Also", Joint.asked("It is so.", End.COMPLETE, "## Also", End.COMPLETE));
        assertEquals("cut by a lim", Joint.asked("cut by a li", End.COMPLETE, "m", End.COMPLETE));
        assertEquals("```\nx(1)\ny(2)", Joint.asked("```\nx(1)\n", End.COMPLETE, "y(2)", End.COMPLETE));
    }

    /** Any two texts: no word of either is lost that the other does not hold. */
    @Test
    void nothingIsEverLost() {
        Random random = new Random(5);
        String[] pieces = {
            "a ",
            "word",
            "word ",
            "and again ",
            "\n",
            "```java\n",
            "```\n",
            "- item\n",
            "| x | y |\n",
            "日本",
            ". ",
            "Yes",
            "  "
        };
        for (int run = 0; run < 20_000; run++) {
            String partial = any(random, pieces);
            String more = any(random, pieces);
            String joined = asked(partial, more, End.values()[random.nextInt(3)]);
            assertTrue(joined.startsWith(Blanks.stripEnd(partial)), partial + "¦" + more);
            String rest = bare(more);
            assertTrue(
                    rest.endsWith(bare(joined.substring(Blanks.stripEnd(partial).length()))), partial + "¦" + more);
        }
    }

    private static String any(Random random, String[] pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void aLongTextThatRepeatsItselfTakesNoLongTime() {
        String long1 = "a b c ".repeat(100_000);
        assertEquals(
                long1.length() * 2L,
                asked(long1, "x " + long1.substring(2), End.COMPLETE).length());
    }
}
