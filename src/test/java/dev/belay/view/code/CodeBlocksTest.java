package dev.belay.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeBlocksTest {

    private static void assertBlocks(String markdown, String... blocks) {
        assertEquals(
                List.of(blocks),
                CodeBlocks.in(markdown).stream().map(CodeBlock::code).toList(),
                markdown);
    }

    @Test
    void theFencesAreLeftOut() {
        assertBlocks("a\n\n```java\nint i;\n\nint j;\n```\nb\n~~~\nx\n~~~\n", "int i;\n\nint j;", "x");
        assertBlocks("````\n```\ninner\n```\n````", "```\ninner\n```");
        assertBlocks("```\n```", "");
        assertBlocks("```\na\n\n```", "a\n");
    }

    @Test
    void whatIsNoFenceIsNoBlock() {
        assertBlocks("`code` and ``more``\n\n    indented\n\n``` not `one");
        assertBlocks("    ```\n    x\n    ```");
        assertBlocks("");
    }

    @Test
    void oneThatWasCutIsABlock() {
        assertBlocks("look:\n```sh\nls -l\nrm", "ls -l\nrm");
        assertBlocks("> ```\n> quoted", "quoted");
    }

    @Test
    void listsAndQuotesAreTakenOff() {
        assertBlocks(
                "1. one\n   - two\n\n     ```py\n     def f():\n         pass\n     ```\n2. three\n   ~~~\n   x\n   ~~~",
                "def f():\n    pass",
                "x");
        assertBlocks("> > ```\n> > deep\n> > ```\n> after\n\n```\nlast\n```", "deep", "last");
        assertBlocks("- ```\n  in the list\nout of it, which ends the block", "in the list");
    }

    /** Not by recursion, and in linear time. */
    @Test
    void whatIsNestedWithoutEndDoesNoHarm() {
        String deep = "> ".repeat(10_000) + "x\n\n```\nafter\n```";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertBlocks(deep, "after"));
    }
}
