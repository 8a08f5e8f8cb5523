package dev.belay.repl.slash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {

    /** The contract's. */
    private static final List<String> NAMES = List.of(
            "help",
            "model",
            "models",
            "system",
            "role",
            "file",
            "continue",
            "retry",
            "edit",
            "undo",
            "clear",
            "sessions",
            "resume",
            "fork",
            "title",
            "copy",
            "export",
            "usage",
            "set",
            "exit");

    @Test
    void everyCommandIsThereOnce() {
        assertEquals(
                NAMES.stream().sorted().toList(),
                SlashCommands.ALL.stream().map(SlashCommand::name).sorted().toList());
    }

    @Test
    void everyLineFitsIntoEightyColumns() {
        for (String line : Help.list(80).split("\n")) {
            assertTrue(line.length() <= 80, line.length() + ": " + line);
        }
        assertEquals(Help.list(200), Help.list(80), "and none has to be broken for that");
    }

    @Test
    void onANarrowScreenItIsBrokenBetweenWords() {
        String narrow = Help.list(40);
        for (String line : narrow.split("\n")) {
            assertTrue(line.length() <= 40, line.length() + ": " + line);
        }
        assertEquals(words(Help.list(80)), words(narrow));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void theManualTellsMoreAboutEachCommand() throws IOException {
        for (SlashCommand command : SlashCommands.ALL) {
            boolean isPlain = command.name().equals("help") || command.name().equals("exit");
            String about = ManualPage.about(command);
            assertEquals(isPlain, about.isEmpty(), command.name());
            assertFalse(about.contains("\n## "), about);
        }
    }

    @Test
    void theManualsTableNamesEveryCommandAsTheHelpDoes() throws IOException {
        String page = new String(
                HelpTest.class
                        .getResourceAsStream("/dev/belay/manual/commands.md")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        for (SlashCommand command : SlashCommands.ALL) {
            String call = ("/" + command.name() + " " + command.argument()).strip();
            assertTrue(page.contains("| `" + call + "` |"), call);
        }
    }
}
