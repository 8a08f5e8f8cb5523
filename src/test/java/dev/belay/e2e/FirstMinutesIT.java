package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The README's first five minutes, word for word, by somebody who has nothing set up. */
@Timeout(60)
class FirstMinutesIT {
    private static final Pattern BLOCK =
            Pattern.compile("^```console\n(.*?)^```\n\n(.*?)\n\n", Pattern.DOTALL | Pattern.MULTILINE);

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void they_are_as_the_readme_tells_them() throws IOException {
        Matcher written = BLOCK.matcher(Files.readString(Path.of("README.md")));
        assertTrue(written.find(), "the README shows no console");
        for (String said : List.of("**Ctrl-C**", "`/continue`", "`/help`", "**Ctrl-D**", "`belay -c`")) {
            assertTrue(written.group(2).contains(said), said + " is not tried by this test, or not told");
        }
        Path bin = Path.of(Image.launcher()).getParent();
        stage.box().set("PATH", bin + ":" + stage.box().environment().get("PATH"));
        TerminalSession terminal = stage.shell();
        for (String line : written.group(1).lines().toList()) {
            follow(line, terminal);
        }
        stopGoOnAndLeave(terminal);
    }

    private static void follow(String line, TerminalSession terminal) {
        if (line.startsWith("$ ")) {
            terminal.enter(line.substring(2));
        } else if (line.startsWith("› ")) {
            terminal.awaitPrompt();
            terminal.enter(line.substring(2));
        } else {
            terminal.awaitText(line);
        }
    }

    private void stopGoOnAndLeave(TerminalSession terminal) {
        int row = terminal.look(s -> s.cursorRow());
        terminal.awaitScreen(s -> s.cursorRow() > row + 1, "some rows of the answer");
        Chat chat = new Chat(terminal, stage.server());
        chat.stop();
        terminal.enter("/continue");
        terminal.awaitScreen(s -> s.count("tokens") > 1, "the end of the rest");
        terminal.awaitPrompt();
        assertEquals(List.of("interrupted", "complete"), stage.box().journal().outcomes());
        chat.command("/help", "/continue");
        terminal.press(Keys.CTRL_D);
        terminal.awaitScreen(s -> s.cursorLine().startsWith("shell"), "the shell");
        terminal.enter("belay -c");
        terminal.awaitPrompt();
    }
}
