package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The session files are what the manual says: a few lines of Python, written from it, read what belay reads. */
@Timeout(120)
class JournalFormatIT {
    @AutoClose
    private final Stage stage = new Stage();

    @BeforeEach
    void python() {
        PythonReader.assumeThere();
    }

    /** Complete, interrupted, gone on with, asked again, taken back, with a file, and a title. */
    private void conversation() throws Exception {
        Files.writeString(stage.box().work().resolve("note.txt"), "a note\n");
        Chat chat = Chat.begin(stage, "-f", "note.txt");
        TerminalSession terminal = chat.terminal();
        chat.converse("first “question” ", "a \\ \"quoted\" ä😀 answer ");
        chat.answering("second", "half an ");
        chat.stop();
        terminal.enter("/continue");
        stage.server().awaitRequest().begin().token("answer more ").done();
        terminal.awaitText("answer more");
        terminal.awaitPrompt();
        terminal.enter("/retry");
        stage.server().awaitRequest().begin().token("another one ").done();
        terminal.awaitText("another one");
        terminal.awaitPrompt();
        chat.converse("third", "to be forgotten ");
        terminal.enter("/undo");
        terminal.awaitPrompt();
        terminal.enter("/title a name");
        terminal.awaitText("title: a name");
        terminal.awaitPrompt();
        chat.answering("fourth", "last words ");
        chat.stop();
        terminal.press(Keys.CTRL_D);
        terminal.waitFor();
    }

    @Test
    void what_the_program_writes_a_reader_made_from_the_manual_reads_alike() throws Exception {
        conversation();
        List<List<String>> outcomes = PythonReader.compare(stage.box().sessions());
        assertEquals("interrupted", outcomes.get(0).get(outcomes.get(0).size() - 1));
        assertTrue(outcomes.get(0).contains("complete"), outcomes.toString());
    }

    @Test
    void they_read_alike_wherever_the_file_is_cut() throws Exception {
        conversation();
        Path file = stage.box().journal().file();
        byte[] whole = Files.readAllBytes(file);
        Path cuts = stage.box().folder("cuts");
        for (int length = 1; length < whole.length; length += 3) {
            Files.write(cuts.resolve("cut-%06d.jsonl".formatted(length)), Arrays.copyOf(whole, length));
        }
        assertTrue(PythonReader.compare(cuts).size() > 100);
    }

    @Test
    void the_manual_shows_this_reader() throws Exception {
        try (var script = JournalFormatIT.class.getResourceAsStream(PythonReader.SCRIPT)) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            String page = Files.readString(Path.of("src/main/resources/dev/belay/manual/sessions.md"));
            assertTrue(page.contains("```\n" + text + "```"), "the manual's page on sessions has it word for word");
        }
    }
}
