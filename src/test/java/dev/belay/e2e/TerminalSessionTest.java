package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.NeedsPosix;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@NeedsPosix
class TerminalSessionTest {
    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void keys_reach_the_program_and_its_output_the_screen() {
        TerminalSession session = stage.terminal(List.of("cat"));
        session.press("grüße\n");
        session.awaitScreen(s -> s.count("grüße") == 2, "echo and output");
        session.press(Keys.CTRL_D);
        assertEquals(0, session.waitFor());
    }

    @Test
    void ctrl_c_is_a_signal_to_the_program() {
        TerminalSession session =
                stage.terminal(List.of("bash", "-c", "trap 'echo caught; exit 7' INT; echo ready; read line"));
        session.awaitText("ready");
        session.press(Keys.CTRL_C);
        session.awaitText("caught");
        assertEquals(7, session.waitFor());
    }

    @Test
    void the_last_output_before_the_end_is_never_lost() {
        TerminalSession session =
                stage.terminal(List.of("bash", "-c", "printf 'a lot '; printf %03000d 0; printf ' last'"));
        assertEquals(0, session.waitFor());
        assertTrue(session.text().endsWith(" last"), session.picture());
    }

    @Test
    void a_resize_is_told_to_the_program() {
        TerminalSession session =
                stage.terminal(List.of("bash", "-c", "trap 'stty size' WINCH; echo ready; read line; read line"));
        session.awaitText("ready");
        session.resize(70, 20);
        session.press("\n");
        session.awaitText("20 70");
    }

    @Test
    void the_terminals_attributes_can_be_read_from_outside() {
        TerminalSession session = stage.terminal(List.of("bash", "-c", "stty -echo; echo ready; read line"));
        session.awaitText("ready");
        assertTrue(session.stty().contains(" -echo "), session.stty());
    }

    @Test
    void an_interactive_shell_has_job_control() {
        TerminalSession shell = stage.shell();
        shell.press("bash -c 'echo rea\"\"dy; read line'\r");
        shell.awaitText("\nready");
        shell.press(Keys.CTRL_Z);
        shell.awaitText("Stopped");
    }

    @Test
    void a_closed_window_hangs_up() {
        TerminalSession session = stage.terminal(List.of("bash", "-c", "echo ready; read line; echo hung"));
        session.awaitText("ready");
        session.closeWindow();
        session.handle().onExit().join();
    }
}
