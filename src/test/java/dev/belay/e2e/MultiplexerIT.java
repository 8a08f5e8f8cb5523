package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** belay inside a real tmux and a real screen, looked at through them. */
@Timeout(60)
class MultiplexerIT {
    @AutoClose
    private final Stage stage = new Stage();

    private Multiplexer running;

    private Chat begin(Multiplexer multiplexer) {
        assumeTrue(
                multiplexer.isInstalled(),
                multiplexer.program() + " is not installed: belay inside of it is not tested");
        TerminalSession terminal = stage.terminal(multiplexer.start(stage.box(), stage.belay()));
        running = multiplexer;
        terminal.awaitPrompt();
        return new Chat(terminal, stage.server());
    }

    @AfterEach
    void end() {
        if (running != null) {
            running.end(stage.box());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_markdown_answer_is_shown_whole_and_no_escape_is_left_on_the_screen(Multiplexer multiplexer) {
        Chat chat = begin(multiplexer);
        Exchange exchange = chat.ask("tell me").begin();
        Sample.MARKDOWN.codePoints().forEach(c -> exchange.token(Character.toString(c)));
        exchange.done();
        chat.terminal().awaitText("The end.");
        chat.terminal().awaitPrompt();
        Sample.assertWhole(chat.terminal());
        chat.terminal().press("grüße 漢字");
        chat.terminal().awaitPrompt("grüße 漢字");
    }

    @ParameterizedTest
    @EnumSource
    void ctrl_c_stops_the_answer_and_gives_the_prompt_back(Multiplexer multiplexer) {
        Chat chat = begin(multiplexer);
        Exchange exchange = chat.answering("tell me", "one ").token("**two ");
        chat.terminal().awaitText("two");
        chat.stop();
        exchange.awaitGone();
        chat.converse("again", "three ");
        Sample.assertClean(chat.terminal());
        assertEquals(List.of("interrupted", "complete"), stage.box().journal().outcomes());
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_goes_on_while_nobody_is_attached_and_is_there_afterwards(Multiplexer multiplexer) {
        Chat chat = begin(multiplexer);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press(multiplexer.detachKeys());
        assertEquals(0, chat.terminal().waitFor());
        exchange.token("two ");

        TerminalSession again = stage.terminal(multiplexer.attach(stage.box()));
        again.awaitText("one two");
        exchange.token("three ");
        again.awaitText("one two three");
        new Chat(again, stage.server()).stop();
        exchange.awaitGone();
        Sample.assertClean(again);
    }

    @ParameterizedTest
    @EnumSource
    void a_resize_in_mid_answer_does_no_harm(Multiplexer multiplexer) {
        Chat chat = begin(multiplexer);
        Exchange exchange =
                chat.ask("tell me").begin().token(Sample.MARKDOWN.substring(0, Sample.MARKDOWN.indexOf("漢字")));
        chat.terminal().awaitText("a link");
        chat.terminal().resize(60, 30);
        exchange.token("漢字 and narrow words, ");
        chat.terminal().awaitText("narrow words,");
        chat.terminal().resize(120, 45);
        exchange.token("wide words\n\n").token("The end.\n").done();
        chat.terminal().awaitText("The end.");
        chat.terminal().awaitPrompt();
        Sample.assertClean(chat.terminal());
        chat.converse("again", "three ");
    }

    @ParameterizedTest
    @EnumSource
    void scrolling_back_shows_every_line_once(Multiplexer multiplexer) {
        Chat chat = begin(multiplexer);
        Exchange exchange = chat.ask("tell me").begin();
        Sample.lines(0, 300).lines().forEach(line -> exchange.token(line).token("\n"));
        exchange.done();
        chat.terminal().awaitText("line-299");
        chat.terminal().awaitPrompt();
        Sample.assertLines(300, multiplexer.history(stage.box(), "line-299"));
    }
}
