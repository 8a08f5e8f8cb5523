package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One-shots that are stopped: by a key, by a signal, by a reader that has had enough, by a time limit. */
@Timeout(60)
class OneShotSignalsIT {
    @AutoClose
    private final Stage stage = new Stage();

    private TerminalSession shell() {
        stage.box().set("BELAY", stage.shellBelay());
        return stage.shell();
    }

    private static void awaitShell(TerminalSession shell) {
        shell.awaitScreen(
                s -> s.cursorLine().equals("shell$") || s.cursorLine().equals("shell#"), "the shell's prompt");
    }

    private Run inShell(String script) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "script"));
        command.addAll(stage.belay("hello"));
        return stage.run(command);
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_signal_stops_the_model_and_the_partial_answer_is_on_stdout_and_on_disk(String signal, int status) {
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest().begin().token("one ").token("two ");
        run.awaitOut("two ");
        run.signal(signal);

        assertEquals(status, run.exit());
        exchange.awaitGone();
        assertEquals("one two ", run.out());
        assertTrue(run.err().contains("interrupted"), run.toString());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
        assertEquals("one two ", stage.box().journal().lastText());
    }

    @Test
    void a_signal_before_any_answer_stops_as_well() {
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest();
        run.signal("INT");
        assertEquals(130, run.exit());
        exchange.awaitGone();
        assertEquals("", run.out());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void ctrl_c_on_a_terminal_leaves_the_partial_answer_and_the_shell_sees_130() {
        TerminalSession shell = shell();
        shell.press("$BELAY hello" + Keys.ENTER);
        Exchange exchange = stage.server().awaitRequest().begin().token("one ").token("two ");
        shell.awaitText("one two");
        shell.press(Keys.CTRL_C);
        exchange.awaitGone();
        shell.awaitText(Chat.STOPPED);
        awaitShell(shell);
        shell.press("echo status=$?" + Keys.ENTER);
        shell.awaitText("\nstatus=130");
    }

    @Test
    void ctrl_c_stops_a_one_shot_whose_answer_goes_into_a_pipe() {
        TerminalSession shell = shell();
        shell.press("$BELAY hello | cat" + Keys.ENTER);
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        shell.awaitText("one");
        shell.press(Keys.CTRL_C);
        exchange.awaitGone();
        awaitShell(shell);
        shell.press("echo status=${PIPESTATUS[0]}" + Keys.ENTER);
        shell.awaitText("\nstatus=130");
        assertEquals("one ", stage.box().journal().lastText());
    }

    @Test
    void many_signals_do_what_one_does() {
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        run.awaitOut("one ");
        run.signalIfAlive("INT", 20);
        assertEquals(130, run.exit());
        exchange.awaitGone();
        assertEquals("one ", run.out());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void a_loop_over_one_shots_stops_at_one_ctrl_c() {
        TerminalSession shell = shell();
        shell.press("for i in 1 2 3; do $BELAY hello $i; done" + Keys.ENTER);
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        shell.awaitText("one");
        shell.press(Keys.CTRL_C);
        exchange.awaitGone();
        awaitShell(shell);
        shell.press("echo status=$?" + Keys.ENTER);
        shell.awaitText("\nstatus=130");
        assertEquals(1, stage.server().requests());
    }

    @ParameterizedTest
    @EnumSource
    void a_loop_in_a_script_stops_at_one_ctrl_c(Shell shell) {
        List<String> command = new ArrayList<>(
                List.of(shell.installed(), "-c", "for i in 1 2 3; do \"$@\"; done; echo loop over", "script"));
        command.addAll(stage.belay("hello"));
        TerminalSession terminal = stage.terminal(command);
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        terminal.awaitText("one");
        terminal.press(Keys.CTRL_C);
        exchange.awaitGone();
        terminal.handle().onExit().join();
        assertEquals(1, stage.server().requests());
        assertFalse(terminal.shows("loop over"), terminal.picture());
    }

    @Test
    void a_reader_that_leaves_stops_the_model_with_141_and_not_a_word() {
        Run run = inShell("\"$@\" | head -1; echo \"${PIPESTATUS[0]}\"");
        Exchange exchange = stage.server().awaitRequest().begin().token("first line\n");
        run.awaitOut("first line\n");
        exchange.flood();
        exchange.awaitGone();
        assertEquals(0, run.exit());
        assertEquals("first line\n141\n", run.out());
        assertEquals("", run.err());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void a_sigint_that_was_ignored_at_the_start_stays_ignored() {
        Run run = inShell("trap '' INT; exec \"$@\"");
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        run.awaitOut("one ");
        run.signal("INT");
        exchange.token("two ").done();
        assertEquals(0, run.exit());
        assertEquals("one two ", run.out());
    }

    @Test
    void under_nohup_a_hangup_is_ignored() {
        Run run = inShell("nohup \"$@\"");
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        run.awaitOut("one ");
        run.signalAll("HUP");
        exchange.token("two ").done();
        assertEquals(0, run.exit());
        assertEquals("one two ", run.out());
    }

    @Test
    void a_time_limit_ends_with_124_and_keeps_the_text() {
        Run run = stage.oneShot("--timeout", "3s", "hello");
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        run.awaitOut("one ");
        assertEquals(124, run.exit());
        exchange.awaitGone();
        assertEquals("one ", run.out());
        assertEquals("one ", stage.box().journal().lastText());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void a_dead_connection_ends_at_the_idle_limit_as_a_failure() {
        Run run = stage.oneShot("--idle-timeout", "1s", "hello");
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        assertEquals(1, run.exit());
        exchange.awaitGone();
        assertEquals(List.of("failed"), stage.box().journal().outcomes());
    }

    @Test
    void the_next_run_goes_on_with_the_interrupted_session() {
        Run run = stage.oneShot("hello");
        stage.server().awaitRequest().begin().token("one ").token("two ");
        run.awaitOut("two ");
        run.signal("INT");
        run.exit();
        Run next = stage.oneShot("-c", "go", "on");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals("go on", exchange.request().lastUserText());
        assertTrue(
                exchange.request().lastAssistantText().startsWith("one two"),
                exchange.request().body());
        assertTrue(
                exchange.request().body().contains("interrupted"),
                exchange.request().body());
        exchange.begin().token("fine").done();
        assertEquals(0, next.exit());
        assertEquals(List.of("interrupted", "complete"), stage.box().journal().outcomes());
    }
}
