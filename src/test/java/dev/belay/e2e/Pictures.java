package dev.belay.e2e;

import dev.belay.screen.Svg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Makes the pictures of the README from real runs: the built program in a terminal, asked as a person asks, drawn as it then
 * looks. {@code mvn -q -Ppictures -DskipTests verify}, which says where they go.
 */
public final class Pictures {
    private static final int COLUMNS = 84;
    private static final int ROWS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;

    private Pictures(Path folder) {
        this.folder = folder;
    }

    /** @param args the folder for the pictures, in which {@code answer.md} says what the model answers */
    public static void main(String[] args) throws IOException {
        Pictures pictures = new Pictures(Path.of(args[0]));
        pictures.interrupted();
        pictures.answer();
    }

    /** The guide is stopped in the middle of its answer. */
    private void interrupted() throws IOException {
        try (Stage stage = new Stage()) {
            TerminalSession terminal = begin(stage);
            terminal.enter("how do I stop an answer?");
            terminal.awaitText("keeps the text");
            terminal.press(Keys.CTRL_C);
            terminal.awaitText(Chat.STOPPED);
            terminal.awaitPrompt();
            terminal.press("/continue");
            terminal.awaitPrompt("/continue");
            write("interrupted.svg", terminal, "belay: an answer interrupted with Ctrl-C, the prompt back at once");
        }
    }

    /** A model's answer, with something of all that Markdown has. */
    private void answer() throws IOException {
        String text = Files.readString(folder.resolve("answer.md"));
        try (Stage stage = new Stage()) {
            Path config = stage.box().folder("config/belay").resolve("config.toml");
            Files.writeString(
                    config,
                    "model = \"harbour/pilot\"\n[providers.harbour]\nbase_url = \""
                            + stage.server().baseUrl() + "\"\n");
            TerminalSession terminal = begin(stage);
            terminal.enter("which signal stops a program?");
            Exchange exchange = stage.server().awaitRequest().begin();
            text.codePoints().forEach(c -> exchange.token(Character.toString(c)));
            exchange.done();
            terminal.awaitPrompt(PATIENCE, "");
            write(
                    "answer.svg",
                    terminal,
                    "belay: an answer with a heading, a list, a table and code, as it is shown in a terminal");
        }
    }

    private static TerminalSession begin(Stage stage) {
        String path = Path.of(Image.launcher()).getParent() + ":"
                + stage.box().environment().get("PATH");
        stage.box().set("PS1", "$ ").set("PATH", path).set("COLORTERM", "truecolor");
        TerminalSession terminal = stage.terminal(List.of("/usr/bin/env", "sh"), COLUMNS, ROWS);
        terminal.awaitScreen(s -> s.cursorLine().equals("$"), "the shell's prompt");
        terminal.enter("belay");
        terminal.awaitPrompt();
        return terminal;
    }

    private void write(String name, TerminalSession terminal, String title) throws IOException {
        Files.writeString(folder.resolve(name), terminal.look(screen -> Svg.of(screen, title)));
    }
}
