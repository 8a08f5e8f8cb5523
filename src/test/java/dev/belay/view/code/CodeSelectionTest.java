package dev.belay.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.chat.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeSelectionTest {

    private static final String SEVERAL =
            "```\nplain\n```\n```Bash\nls\n```\n```python title=a.py\nprint()\n```\n```sh\nlast\n```\n~~~ts\nt\n~~~";

    private static void assertShown(String expected, String language, String answer) {
        assertEquals(expected, new CodeSelection(language, () -> "").of(answer));
    }

    private static void assertLacks(String lack, String language, String answer) {
        ProblemException problem =
                assertThrows(ProblemException.class, () -> new CodeSelection(language, () -> "look there").of(answer));
        assertEquals(lack + "; look there", problem.problem().sentence());
    }

    @Test
    void theFirstBlockIsShownWithoutLineBreaksAtItsEnd() {
        assertShown("plain", "", SEVERAL);
        assertShown("a\n\n b", "", "x\n```\na\n\n b\n\n\n```\n");
        assertShown("😀", "", "- ```\n  😀\n  ```\n- after");
        assertShown("code", "", "```\n\n```\n```\ncode\n```\n");
    }

    @ParameterizedTest
    @CsvSource({"sh, last", "bash, ls", "BASH, ls", "zsh, ls", "py, print()", "python3, print()", "typescript, t"})
    void aLanguageIsFoundByItsNameAndThenByItsOtherNames(String language, String shown) {
        assertShown(shown, language, SEVERAL);
    }

    @Test
    void aRelativeIsNotTakenForALanguage() {
        assertLacks("the answer has no block of code in js; it has ts", "js", "```ts\nx\n```");
        assertLacks(
                "the answer has no block of code in c; it has cpp, one without a language",
                "c",
                "```cpp\nx\n```\n```\ny\n```");
    }

    @Test
    void withoutABlockNothingIsShownAndSaid() {
        assertLacks("the answer has no block of code", "", "`inline` and\n\n    indented");
        assertLacks("the answer has no block of code", "rust", "");
        assertLacks("the answer has no block of code", "", "```\n \n```");
    }

    @Test
    void aBlockThatEndsWithTheAnswerIsNotFinished() {
        assertLacks("the block of code in the answer is not finished", "", "```sh\nrm -r folder");
        assertShown("whole", "", "```\nwhole\n```\n```sh\ncut");
        assertShown("in a list", "", "- ```\n  in a list\nafter it");
    }
}
