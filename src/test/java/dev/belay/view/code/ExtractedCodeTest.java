package dev.belay.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.belay.view.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractedCodeTest {

    private static final String SEVERAL = "```\nplain\n```\n```Bash\nls\n```\n```python title=a.py\nprint()\n```\n```sh\nlast\n```\n~~~ts\nt\n~~~";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ExtractedCode code(String language, String answer) throws IOException {
        ExtractedCode code = new ExtractedCode(language, Output.of(bytes, Output.Kind.PIPE, StandardCharsets.UTF_8));
        for (int i = 0; i < answer.length(); i++) {
            code.next(answer.substring(i, i + 1));
            code.pause();
        }
        return code;
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void assertShown(String expected, String language, String answer) throws IOException {
        ExtractedCode code = code(language, answer);
        assertEquals("", shown(), "shown before the end");
        code.close();
        assertEquals(expected, shown());
        assertEquals("", code.lack());
        bytes.reset();
    }

    private void assertLacks(String lack, String language, String answer) throws IOException {
        ExtractedCode code = code(language, answer);
        code.close();
        assertEquals("", shown());
        assertEquals(lack, code.lack());
    }

    @Test
    void theFirstBlockIsShownWithOneLineBreakAtItsEnd() throws IOException {
        assertShown("plain\n", "", SEVERAL);
        assertShown("a\n\n b\n", "", "x\n```\na\n\n b\n\n\n```\n");
        assertShown("😀\n", "", "- ```\n  😀\n  ```\n- after");
        assertShown("code\n", "", "```\n\n```\n```\ncode\n```\n");
    }

    @ParameterizedTest
    @CsvSource({"sh, last", "bash, ls", "BASH, ls", "zsh, ls", "py, print()", "python3, print()", "typescript, t"})
    void aLanguageIsFoundByItsNameAndThenByItsOtherNames(String language, String shown) throws IOException {
        assertShown(shown + "\n", language, SEVERAL);
    }

    @Test
    void aRelativeIsNotTakenForALanguage() throws IOException {
        assertLacks("the answer has no block of code in js; it has ts", "js", "```ts\nx\n```");
        assertLacks("the answer has no block of code in c; it has cpp, one without a language", "c", "```cpp\nx\n```\n```\ny\n```");
    }

    @Test
    void withoutABlockNothingIsShownAndSaid() throws IOException {
        assertLacks("the answer has no block of code", "", "`inline` and\n\n    indented");
        assertLacks("the answer has no block of code", "rust", "");
        assertLacks("the answer has no block of code", "", "```\n \n```");
    }

    @Test
    void aBlockThatEndsWithTheAnswerIsNotFinished() throws IOException {
        assertLacks("the block of code in the answer is not finished", "", "```sh\nrm -r folder");
        assertShown("whole\n", "", "```\nwhole\n```\n```sh\ncut");
        assertShown("in a list\n", "", "- ```\n  in a list\nafter it");
    }

    @Test
    void ofAnAnswerThatWasCutNothingIsShown() throws IOException {
        ExtractedCode code = code("", "```\nwhole\n```\nand th");
        code.cut();
        assertEquals("", shown());
        assertEquals("", code.lack());
    }
}
