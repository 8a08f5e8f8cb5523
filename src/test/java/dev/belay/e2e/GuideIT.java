package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Screen;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A newcomer without a key, a network or a config. */
@Timeout(60)
class GuideIT {
    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void without_any_model_the_guide_answers_and_one_ctrl_c_stops_it() {
        TerminalSession terminal = stage.terminal(List.of(Image.launcher()));
        terminal.awaitPrompt();
        terminal.enter("How do I stop an answer with Ctrl-C?");
        int row = terminal.look(Screen::cursorRow);
        terminal.awaitScreen(s -> s.cursorRow() > row || s.cursorColumn() > 20, "some words of the guide");
        Chat chat = new Chat(terminal, stage.server());
        chat.stop();
        assertTrue(chat.stopLine().matches(".*stopped after \\d+ of \\d+ tokens.*"), chat.stopLine());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void a_one_shot_without_any_model_is_answered_by_the_guide_and_one_line_says_so() {
        Run run = stage.run(List.of(Image.launcher(), "How do I leave?"));
        assertEquals(0, run.exit(), run.toString());
        assertTrue(run.out().length() > 20, run.toString());
        assertTrue(run.err().contains("guide"), run.toString());
    }
}
