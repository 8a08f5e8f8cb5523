package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.belay.screen.AppendOnly;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain terminal of 80 columns and 24 rows, by several names. */
@Timeout(60)
class PlainTerminalIT {
    @AutoClose
    private final Stage stage = new Stage();

    private Chat begin(String term) {
        stage.box().set("TERM", term);
        TerminalSession terminal = stage.terminal(stage.belay(), 80, 24);
        terminal.awaitPrompt();
        return new Chat(terminal, stage.server());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vt100", "linux", "xterm", "xterm-256color", "screen", "dumb", "unknown-terminal"})
    void a_markdown_answer_is_shown_whole_ctrl_c_stops_and_the_prompt_is_usable(String term) {
        Chat chat = begin(term);
        Exchange exchange = chat.ask("tell me").begin();
        Sample.MARKDOWN.codePoints().forEach(c -> exchange.token(Character.toString(c)));
        exchange.done();
        chat.terminal().awaitText("The end.");
        chat.terminal().awaitPrompt();
        Sample.assertWhole(chat.terminal());

        Exchange second = chat.answering("again", "one ").token("**two ");
        chat.terminal().awaitText("two");
        chat.stop();
        second.awaitGone();
        chat.converse("and again", "three ");
        Sample.assertClean(chat.terminal());
        assertEquals(
                List.of("complete", "interrupted", "complete"),
                stage.box().journal().outcomes());
    }

    @Test
    void a_dumb_terminal_gets_no_escape_sequence_with_the_answer() {
        Chat chat = begin("dumb");
        Exchange exchange = chat.ask("tell me").begin();
        int from = chat.terminal().raw().length();
        exchange.token(Sample.MARKDOWN).token("\n\nbye ");
        chat.terminal().awaitText("bye");
        assertFalse(
                chat.terminal().raw().substring(from).contains("\033"),
                chat.terminal().picture());
        exchange.done();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vt100", "xterm-256color"})
    void an_answer_only_ever_grows_and_all_of_it_can_be_scrolled_back_to(String term) {
        Chat chat = begin(term);
        Exchange exchange = chat.ask("tell me").begin();
        AppendOnly promise = chat.terminal().appendOnly();
        exchange.token(Sample.MARKDOWN);
        Sample.lines(0, 100).lines().forEach(line -> exchange.token(line).token("\n"));
        exchange.token("bye ");
        chat.terminal().awaitText("bye");
        chat.terminal().assertKept(promise);
        exchange.done();
        chat.terminal().awaitPrompt();
        Sample.assertLines(100, chat.terminal().text());
    }

    @Test
    void a_resize_in_mid_answer_loses_no_line_and_only_ever_grows() {
        Chat chat = begin("xterm-256color");
        Exchange exchange = chat.ask("tell me").begin();
        AppendOnly promise = chat.terminal().appendOnly();
        int[] widths = {60, 20, 132, 80, 40};
        for (int i = 0; i < widths.length; i++) {
            exchange.token(Sample.lines(i * 20, i * 20 + 10)).token("line-" + (i * 20 + 10) + " and ");
            chat.terminal().awaitText("line-" + (i * 20 + 9));
            chat.terminal().resize(widths[i], 24 - i);
            exchange.token("some words\n\n").token(Sample.lines(i * 20 + 11, i * 20 + 20));
        }
        exchange.token("bye ");
        chat.terminal().awaitText("bye");
        chat.terminal().assertKept(promise);
        exchange.done();
        chat.terminal().awaitPrompt();
        Sample.assertLines(100, chat.terminal().text());
    }
}
