package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** -x: the code of an answer, or nothing. */
@Timeout(60)
class ExtractIT {
    @AutoClose
    private final Stage stage = new Stage();

    private Exchange answering(String... pieces) {
        Exchange exchange = stage.server().awaitRequest().begin();
        for (String piece : pieces) {
            exchange.token(piece);
        }
        return exchange;
    }

    @Test
    void the_first_block_is_all_of_the_output_and_the_session_has_all_of_the_answer() {
        Run run = stage.oneShot("-x", "write", "a", "sort", "in", "C");
        Exchange exchange = answering("Here:\n``", "`c\nint main;\n`", "``\nDone.");
        exchange.done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("write a sort in C", exchange.request().lastUserText());
        assertEquals("int main;\n", run.out());
        assertEquals("", run.err());
        assertEquals("Here:\n```c\nint main;\n```\nDone.", stage.box().journal().lastText());
    }

    @Test
    void an_answer_without_code_fails_with_a_sentence_that_names_the_session() {
        Run run = stage.oneShot("-xpy", "hello");
        answering("Well:\n```sh\nls\n```").done();
        assertEquals(1, run.exit(), run.toString());
        assertEquals("", run.out());
        assertTrue(run.err().contains("no block of code in py; it has sh"), run.err());
        String id = stage.box().journal().file().getFileName().toString().replace(".jsonl", "");
        assertTrue(run.err().contains(id), run.err());
        assertEquals(List.of("complete"), stage.box().journal().outcomes());
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void of_an_answer_that_was_stopped_there_is_no_code(String signal, int status) {
        Run run = stage.oneShot("-x", "hello");
        try (FileWatch watch = new FileWatch(stage.box().sessions())) {
            Exchange exchange = answering("```\nwhole\n```\nand ");
            watch.await(
                    () -> stage.box().journals().stream()
                            .anyMatch(journal -> !journal.ofType("delta").isEmpty()),
                    "the text in the journal");
            run.signal(signal);
            assertEquals(status, run.exit());
            exchange.awaitGone();
        }
        assertEquals("", run.out());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
        assertEquals("```\nwhole\n```\nand ", stage.box().journal().lastText());
    }

    @Test
    void of_an_answer_that_breaks_off_or_takes_too_long_there_is_none_either() {
        Run broken = stage.oneShot("-x", "--no-save", "hello");
        answering("```\nwhole\n```\n").endBody();
        assertEquals(1, broken.exit());
        assertEquals("", broken.out());
        Run late = stage.oneShot("-x", "--no-save", "--timeout", "3s", "hello");
        answering("```\nwhole\n```\n").awaitGone();
        assertEquals(124, late.exit());
        assertEquals("", late.out());
    }

    @Test
    void on_a_terminal_the_code_is_cleaned() {
        TerminalSession terminal = stage.terminal(stage.belay("-x", "hello"));
        answering("```\necho \033[31mred\007\n```").done();
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.shows("echo"), terminal.picture());
        assertFalse(terminal.raw().contains("\033[31m"), terminal.raw());
    }

    @Test
    void what_does_not_go_with_it_is_wrong_usage() {
        for (Run run : List.of(
                stage.oneShot("-x", "-o", "markdown", "hello"),
                stage.oneShot("-x", "-o", "xml", "hello"),
                stage.oneShot("-x"))) {
            assertEquals(2, run.exit(), run.toString());
            Sentences.assertClear(run.err());
        }
        TerminalSession terminal = stage.terminal(stage.belay("-x", "-i", "hello"));
        assertEquals(2, terminal.waitFor());
        assertTrue(terminal.shows("-x answers a single question"), terminal.picture());
        assertEquals(0, stage.server().connections());
    }
}
