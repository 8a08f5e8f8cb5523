package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontMatterTest {

    private static Object value(String written) {
        FrontMatter top = FrontMatter.of("---\nk: " + written.replace(';', '\n') + "\n---\nbody");
        assertEquals(List.of(), top.mistakes());
        assertEquals("body", top.body());
        return top.values().get("k");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a                    | a
        a b: c, d            | a b: c, d
        it's "so"            | it's "so"
        a # remark           | a
        a#b                  | a#b
        "a # b"              | a # b
        "a # b" # c          | a # b
        "x\\n\\t\\"\\\\y"    | x;\t"\\y
        'it''s \\n'          | it's \\n
        ''                   | ``
        ""                   | ``
        openai/gpt-5         | openai/gpt-5
        -1                   | -1
        """)
    void aTextNeedsQuotesOnlyWhereItBeginsOddly(String written, String expected) {
        assertEquals(expected.replace("\\t", "\t").replace(';', '\n'), value(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [a, b c]              | a,b c
        [ "a,b" , 'c]' ] # d  | a,b,c]
        []                    | ``
        [a,]                  | a
        ;- a;- "b"            | a,b
        ;  - a # x;  - b      | a,b
        """)
    void aListIsFlat(String written, String expected) {
        assertEquals(
                expected,
                String.join(
                        ",",
                        ((List<?>) value(written)).stream().map(String::valueOf).toList()));
    }

    @Test
    void aTextOfManyLinesIsIndented() {
        FrontMatter top =
                FrontMatter.of("---\nprompt: |\n\n    One\n      two\n\n   three\n\nk: v\n---\n\nBody\n---\n");
        assertEquals("\nOne\n  two\n\nthree", top.values().get("prompt"));
        assertEquals("v", top.values().get("k"));
        assertEquals(9, top.line("k"));
        assertEquals("\nBody\n---\n", top.body());
        assertEquals(11, top.bodyLine());
    }

    @Test
    void withoutTheFirstLineAllIsText() {
        for (String text : List.of("", "hello", "\n---\na: b\n---\n", "--- \u00a0", "----\n", " ---\n")) {
            FrontMatter top = FrontMatter.of(text);
            assertEquals(text, top.body());
            assertEquals(List.of(), top.mistakes());
            assertEquals(Map.of(), top.values());
            assertEquals(1, top.bodyLine());
        }
    }

    /** The semicolon is a line break; the first line is the fence. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
        a: b                  § 1 § have no end
        a: |;  x;b: c         § 1 § have no end
        a;---                 § 2 § this is no “key: value”
        x: y;# c;;a b: c;---  § 5 § this is no “key: value”
        : c;---               § 2 § this is no “key: value”
        a:b;---               § 2 § a blank belongs between “a:” and its value
        x: y;  a: b;---       § 3 § this line is indented
        a: b;a: c;---         § 3 § “a” is there twice; the first is in line 2
        a:;---                § 2 § a has no value
        a: # b;---            § 2 § a has no value
        a: |;---              § 2 § a has no value
        a: "b;---             § 2 § this text has no end: " is missing
        a: 'b;---             § 2 § this text has no end: ' is missing
        a: "b" c;---          § 2 § something is left over after the value
        a: "\\q";---          § 2 § \\q means nothing here
        a: [b;---             § 2 § this list has no end
        a: [b, [c]];---       § 2 § a list holds texts, and no other list
        a: [b] c;---          § 2 § something is left over
        a: {b: c};---         § 2 § a text that begins with { stands in quotes
        a: {{input}};---      § 2 § a text that begins with { stands in quotes
        a: &b;---             § 2 § a text that begins with & stands in quotes
        a: *b;---             § 2 § a text that begins with * stands in quotes
        a: !b;---             § 2 § a text that begins with ! stands in quotes
        a: @b;---             § 2 § a text that begins with @ stands in quotes
        a: >;  b;---          § 2 § “>” is not understood
        a: |-;  b;---         § 2 § “|-” is not understood
        a:;- b;-;---          § 4 § each line of a list holds a text
        a:;- [b];---          § 3 § each line of a list holds a text
        """)
    void everyMistakeHasItsLine(String text, int line, String said) {
        List<Located> mistakes =
                FrontMatter.of("---\n" + text.replace(';', '\n')).mistakes();
        assertTrue(!mistakes.isEmpty() && mistakes.get(0).line() == line, mistakes.toString());
        assertTrue(mistakes.get(0).message().contains(said), mistakes.toString());
    }

    /** Whatever it is given, it ends and loses no line of the text below. */
    @Test
    void nothingBreaksIt() {
        Random random = new Random(11);
        String letters = "ab:-|#[]\"'\\,{>\n\n  \t";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("---\n");
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertTrue(FrontMatter.of(text + "\n---\nBODY").body().endsWith("BODY"), text.toString());
        }
    }
}
