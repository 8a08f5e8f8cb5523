package dev.belay.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeReaderTest {

    private static final Part ALL_COMMENT = new Part(0, 7, Shade.COMMENT);

    @Test
    void anUnknownLanguageHasNoReader() {
        for (String unknown : List.of("", "   ", "text", "brainfuck", "java2", "{}", "../java", "=", "python-nope")) {
            assertTrue(CodeReader.of(unknown).isEmpty(), unknown);
        }
    }

    @Test
    void theFirstWordNamesTheLanguageInAnyCase() {
        for (String java : List.of(
                "java",
                "Java",
                " JAVA ",
                "java title=x",
                "java,no_run",
                "{.java}",
                "{ .java}",
                "{.java .lines}",
                "java{1,3}",
                "java:A.java",
                "java\tx")) {
            assertTrue(CodeReader.of(java).isPresent(), java);
        }
    }

    @Test
    void everyNameIsOfOneLanguageOnlyAndIsRead() {
        Set<String> seen = new HashSet<>();
        for (List<String> names : Languages.rows()) {
            for (String name : names) {
                assertTrue(seen.add(name), name);
                assertEquals(names.get(0), Languages.named(name));
                assertTrue(CodeReader.of(name).isPresent(), name);
            }
        }
    }

    @Test
    void whatIsSaidOfGrammarsIsInTheirFiles() {
        for (List<String> names : Languages.rows()) {
            assertNotNull(CodeReader.class.getResource("/dev/belay/code/" + names.get(0) + ".nanorc"), names.get(0));
        }
    }

    @Test
    void anEmptyLineHasNoParts() {
        assertEquals(List.of(), CodeReader.of("java").orElseThrow().line(""));
    }

    @Test
    void aCommentGoesOnUntilItIsClosed() {
        CodeReader reader = CodeReader.of("java").orElseThrow();
        reader.line("int a; /* b");
        assertEquals(List.of(ALL_COMMENT), reader.line("int c;!"));
        assertEquals(List.of(), reader.line(""));
        assertEquals(
                List.of(new Part(0, 4, Shade.COMMENT), new Part(4, 5, Shade.PLAIN), new Part(5, 8, Shade.TYPE)),
                reader.line("d */ int"));
    }

    @Test
    void aLineBeingWrittenDoesNotOpenOrCloseAnything() {
        CodeReader reader = CodeReader.of("java").orElseThrow();
        reader.begun("/* b");
        assertEquals(new Part(0, 3, Shade.TYPE), reader.line("int c;").get(0));
        reader.line("/*");
        reader.begun("*/ int");
        assertEquals(List.of(ALL_COMMENT), reader.line("int c;!"));
    }

    @Test
    void aVeryLongLineIsPlainButIsNotForgotten() {
        CodeReader reader = CodeReader.of("java").orElseThrow();
        String open = "int a; ".repeat(400) + "/*";
        assertEquals(List.of(new Part(0, open.length(), Shade.PLAIN)), reader.begun(open));
        assertEquals(List.of(new Part(0, open.length(), Shade.PLAIN)), reader.line(open));
        assertEquals(List.of(ALL_COMMENT), reader.line("int c;!"));
    }

    @Test
    void scriptsAndStylesWithinAPageAreReadAsWhatTheyAre() {
        CodeReader reader = CodeReader.of("html").orElseThrow();
        reader.line("<script>");
        reader.line("let a = `one");
        assertEquals(List.of(new Part(0, 3, Shade.STRING)), reader.line("let"));
        reader.begun("</script>");
        assertEquals(List.of(new Part(0, 3, Shade.STRING)), reader.begun("let"));
        reader.line("</script>");
        assertEquals(List.of(new Part(0, 3, Shade.PLAIN)), reader.line("let"));
    }

    @Test
    void twoReadersOfOneLanguageDoNotDisturbEachOther() {
        CodeReader one = CodeReader.of("java").orElseThrow();
        CodeReader other = CodeReader.of("java").orElseThrow();
        one.line("/*");
        assertEquals(new Part(0, 3, Shade.TYPE), other.line("int").get(0));
        assertEquals(new Part(0, 3, Shade.COMMENT), one.line("int").get(0));
    }
}
