package dev.belay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static String filled(String text) {
        return Template.of(text).filled(Map.of("x", "1", "größe", "2", "a-b_3", "3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {{x}}              | 1
        a{{x}}b{{x}}c      | a1b1c
        {{ x }}            | 1
        {{x=5}}            | 1
        {{größe}}{{a-b_3}} | 23
        {{{x}}}            | {1}
        {{{{x}}}}          | {{1}}
        \\textbf{{{x}}}    | \\textbf{1}
        \\{{x}}            | {{x}}
        \\{{x}} {{x}}      | {{x}} 1
        \\{{{{x}}          | {{1
        {x} }} }           | {x} }} }
        {"a":{"b":{}}}     | {"a":{"b":{}}}
        {{x={}}}           | 1}
        """)
    void variablesStandInDoubleBraces(String text, String expected) {
        assertEquals(expected, filled(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a;{{b c}}   | 1 | “{{b c}}” is no variable; write {{name}}
        {{}}        | 0 | “{{}}” is no variable
        {{=x}}      | 0 | is no variable
        {{1a}}      | 0 | is no variable
        {{-a}}      | 0 | is no variable
        {{#if a}}   | 0 | is no variable
        a;b;{{x     | 2 | “{{” has no “}}”
        {{x} }      | 0 | “{{” has no “}}”
        """)
    void whatIsNoVariableIsNamedWithItsLine(String text, int line, String said) {
        Template.Malformed malformed =
                assertThrows(Template.Malformed.class, () -> Template.of(text.replace(';', '\n')));
        assertEquals(line, malformed.line());
        assertTrue(malformed.getMessage().contains(said), malformed.getMessage());
    }

    @Test
    void aDefaultHoldsInAllPlaces() {
        assertEquals(
                Map.of("a", Optional.of("b c"), "d", Optional.empty(), "e", Optional.of("")),
                Template.of("{{a}} {{d}} {{a = b c }} {{a=z}} {{e=}}").variables());
        assertEquals(
                List.of("d", "a"),
                List.copyOf(Template.of("{{d}}{{a}}{{d}}").variables().keySet()));
    }

    @Test
    void aTextWithoutDoubleBracesIsUnchanged() {
        Random random = new Random(5);
        String letters = "ab{}\\\n =x–\"";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String plain = text.toString().replace("{{", "{ {").replace("{{", "{ {");
            assertEquals(plain, filled(plain));
        }
    }

    /** Whatever a value holds comes out once, as it is. */
    @Test
    void aValueIsNeverLookedAt() {
        for (String value : List.of("{{x}}", "{{y}}", "\\{{", "}}", "$1\\", "")) {
            assertEquals("<" + value + "|2>", Template.of("<{{x}}|{{y}}>").filled(Map.of("x", value, "y", "2")));
        }
    }

    @Test
    void escapedTextComesOutAsItWasMeant() {
        Random random = new Random(6);
        String letters = "a{}x\n ";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String meant = text.toString();
            assertEquals(meant, filled(meant.replace("{{", "\\{{")), meant);
        }
    }
}
