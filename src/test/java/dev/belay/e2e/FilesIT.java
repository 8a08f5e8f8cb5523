package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that go along with a message: -f, /file, and what becomes of them. Text travels in the message's own text. */
@Timeout(60)
class FilesIT {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
    private static final String NOTE = "note.txt:\n```\nthe note\n```\n\n";

    @AutoClose
    private final Stage stage = new Stage();

    FilesIT() {
        write("note.txt", "the note");
    }

    private Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] content) {
        try {
            Path file = stage.box().work().resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sent(Run run) {
        Exchange exchange = stage.server().awaitRequest();
        exchange.begin().token("ok").done();
        assertEquals(0, run.exit(), run.toString());
        return exchange.request().lastUserText();
    }

    @Test
    void a_text_file_is_part_of_the_message() {
        assertEquals(NOTE + "what is this", sent(stage.oneShot("-f", "note.txt", "what", "is", "this")));
    }

    @Test
    void several_files_go_along_in_their_order() {
        write("deep/other.md", "# other\n");
        String text = sent(stage.oneShot("--file=deep/other.md", "compare", "-f", "note.txt"));
        assertEquals("other.md:\n```\n# other\n```\n\n" + NOTE + "compare", text);
    }

    @Test
    void a_text_file_alone_is_a_question_as_piped_text_is() {
        assertEquals(NOTE, sent(stage.oneShot("-f", "note.txt")));
    }

    @Test
    void what_to_do_with_a_picture_has_to_be_said() {
        write("a.png", PICTURE);
        stage.assertRefused(stage.oneShot("-f", "a.png"), "a.png");
    }

    @Test
    void dash_attaches_what_is_piped_in() {
        assertEquals("stdin:\n```\npiped\n```\n\nexplain", sent(stage.piped("piped\n", "-f", "-", "explain")));
    }

    @Test
    void piped_text_and_files_go_together() {
        assertEquals(NOTE + "explain\n\npiped", sent(stage.piped("piped", "-f", "note.txt", "explain")));
    }

    @Test
    void dash_without_a_pipe_is_wrong_usage() {
        TerminalSession terminal = stage.terminal(stage.belay("-f", "-", "explain"));
        assertEquals(2, terminal.waitFor());
        assertTrue(terminal.shows("-f - attaches what is piped in"), terminal.picture());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void an_empty_pipe_and_a_pipe_attached_twice_are_refused() {
        stage.assertRefused(stage.piped("", "-f", "-", "explain"), "stdin", "empty");
        stage.assertRefused(stage.piped("x", "-f", "-", "-f", "-", "explain"), "once");
    }

    @Test
    void the_output_of_a_command_can_be_attached() {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "\"$@\" -f <(printf 'made by a command') explain", "script"));
        command.addAll(stage.belay());
        String text = sent(stage.run(command));
        assertTrue(text.contains("made by a command") && text.endsWith("explain"), text);
    }

    @Test
    void ctrl_c_ends_the_wait_for_a_pipe_that_does_not_end() throws IOException {
        Path pipe = stage.box().work().resolve("pipe");
        Commands.output("mkfifo", pipe.toString());
        Run run = stage.oneShot("-f", "pipe", "explain");
        // Opening it for writing waits for the reader.
        try (OutputStream writer = Files.newOutputStream(pipe)) {
            writer.write('x');
            run.signal("INT");
            assertEquals(130, run.exit(), run.toString());
        }
        assertEquals(0, stage.server().connections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-file", "/dev/zero", "/dev/null", ".", "", "note.txt/inside"})
    void what_is_no_file_is_refused_in_a_sentence(String path) {
        stage.assertRefused(stage.oneShot("-f", "note.txt", "-f", path, "explain"), "cannot attach", path);
    }

    @Test
    void what_is_no_text_and_no_picture_is_refused() {
        write("a.bin", new byte[] {1, 0, 2});
        stage.assertRefused(stage.oneShot("-f", "a.bin", "explain"), "a.bin", "PNG", "PDF", "UTF-8");
    }

    @Test
    void a_pdf_for_an_interface_that_takes_none_is_wrong_usage() {
        write("a.pdf", "%PDF-1.4\n");
        Run run = stage.oneShot("--dialect", "ollama", "-f", "a.pdf", "explain");
        assertEquals(2, run.exit(), run.toString());
        assertTrue(run.err().contains("no PDF such as a.pdf"), run.toString());
        assertEquals(0, stage.server().requests());
    }

    @Test
    void what_is_too_large_is_refused_with_its_size_and_the_limit() {
        write("long.txt", "x".repeat(5_400_000));
        stage.assertRefused(stage.oneShot("-f", "long.txt", "explain"), "long.txt", "5.4 MB", "5 MB");
    }

    @Test
    void a_model_that_takes_no_pictures_is_not_asked() {
        write("a.png", PICTURE);
        Run run = stage.run(List.of(Image.launcher(), "-m", "guide", "-f", "a.png", "what is this"));
        stage.assertRefused(run, "guide takes no pictures", "a.png");
    }

    @Test
    void a_session_goes_on_with_a_file_that_has_gone() throws IOException {
        sent(stage.oneShot("-f", "note.txt", "first"));
        Files.delete(stage.box().work().resolve("note.txt"));
        Run run = stage.oneShot("-c", "second");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals(
                NOTE + "first",
                exchange.request().messages().path(0).path("content").asText());
        exchange.begin().token("ok").done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals(
                "note.txt",
                stage.box()
                        .journal()
                        .ofType("user")
                        .get(0)
                        .path("files")
                        .path(0)
                        .path("name")
                        .asText());
    }

    @Test
    void with_no_save_no_content_is_kept() throws IOException {
        sent(stage.oneShot("--no-save", "-f", "note.txt", "first"));
        assertFalse(Files.exists(stage.box().sessions()));
    }

    @Test
    void a_file_goes_along_with_the_next_message_and_stays_in_the_conversation() {
        Chat chat = Chat.begin(stage);
        chat.terminal().enter("/file note.txt");
        chat.terminal().awaitText("note.txt · text/plain · 8 bytes");
        chat.terminal().awaitPrompt();
        Exchange exchange = chat.ask("what is this?");
        assertEquals(NOTE + "what is this?", exchange.request().lastUserText());
        exchange.begin().token("a note ").done();
        chat.terminal().awaitPrompt();
        Request next = chat.ask("sure?").request();
        assertEquals("sure?", next.lastUserText());
        assertTrue(next.body().contains("the note"), next.body());
    }

    @Test
    void retry_asks_with_the_file_again_and_undo_takes_it_back() {
        Chat chat = Chat.begin(stage, "-f", "note.txt");
        chat.converse("what is this?", "a note ");
        chat.terminal().enter("/retry");
        Exchange again = stage.server().awaitRequest();
        assertEquals(NOTE + "what is this?", again.request().lastUserText());
        again.begin().token("still a note ").done();
        chat.terminal().awaitPrompt();
        chat.terminal().enter("/undo");
        chat.terminal().awaitText("the former answer is back");
        chat.terminal().awaitPrompt();
        chat.terminal().enter("/undo");
        chat.terminal().awaitText("(with note.txt)");
        chat.terminal().awaitPrompt();
        assertFalse(chat.ask("hello").request().body().contains("the note"));
    }

    @Test
    void file_alone_tells_what_waits_and_dash_takes_it_away() {
        Chat chat = Chat.begin(stage);
        for (String line : List.of("/file", "/file note.txt", "/file", "/file -")) {
            chat.terminal().enter(line);
            chat.terminal().awaitPrompt();
        }
        assertTrue(chat.terminal().shows("no file is attached"), chat.terminal().picture());
        assertEquals(2, chat.terminal().count("note.txt · text/plain · 8 bytes"));
        assertTrue(
                chat.terminal().shows("not attached any more: note.txt"),
                chat.terminal().picture());
        assertEquals("hello", chat.ask("hello").request().lastUserText());
    }

    @Test
    void tab_completes_a_path_with_blanks() {
        write("some folder/a long name.txt", "inside");
        Chat chat = Chat.begin(stage);
        chat.terminal().press("/file so\t");
        chat.terminal().awaitPrompt("/file some folder/");
        chat.terminal().press("\t");
        chat.terminal().awaitPrompt("/file some folder/a long name.txt");
        chat.terminal().press(Keys.ENTER);
        chat.terminal().awaitText("a long name.txt · text/plain · 6 bytes");
        chat.terminal().awaitPrompt();
    }

    @Test
    void a_file_that_is_refused_costs_nothing() {
        Chat chat = Chat.begin(stage);
        chat.terminal().enter("/file note.txt");
        chat.terminal().awaitPrompt();
        chat.terminal().enter("/file no-such-file");
        chat.terminal().awaitText("no such file");
        chat.terminal().awaitPrompt();
        assertEquals(NOTE + "go on", chat.ask("go on").request().lastUserText());
    }

    @Test
    void on_a_terminal_f_alone_is_a_conversation_about_the_file() {
        Chat chat = Chat.begin(stage, "-f", "note.txt");
        assertTrue(
                chat.terminal().shows("note.txt · text/plain · 8 bytes"),
                chat.terminal().picture());
        assertEquals(NOTE + "what is this?", chat.ask("what is this?").request().lastUserText());
    }

    @Test
    void with_i_the_files_belong_to_the_first_message() {
        stage.terminal(stage.belay("-i", "-f", "note.txt", "what", "is", "this"));
        assertEquals(
                NOTE + "what is this", stage.server().awaitRequest().request().lastUserText());
    }

    @Test
    void a_refused_file_waits_for_a_model_that_takes_it() {
        write("a.png", PICTURE);
        TerminalSession terminal = stage.terminal(List.of(Image.launcher(), "-m", "guide", "-f", "a.png"));
        terminal.awaitPrompt();
        terminal.enter("what is this?");
        terminal.awaitText("takes no pictures");
        terminal.awaitPrompt();
        terminal.enter("/file");
        terminal.awaitScreen(s -> s.count("a.png · image/png · 12 bytes") == 2, "the file that still waits");
    }

    @Test
    void a_name_cannot_steer_the_terminal() {
        write("evil\033]0;owned\007\033[31m.txt", "x");
        TerminalSession terminal = stage.terminal(stage.belay("-f", "evil\033]0;owned\007\033[31m.txt"));
        terminal.awaitPrompt();
        assertTrue(terminal.shows("evil_]0;owned__[31m.txt"), terminal.picture());
        assertFalse(terminal.raw().contains("\033]0;owned"), terminal.raw());
        TerminalSession refused = stage.terminal(stage.belay("-f", "none\033[31m.txt", "hello"));
        assertEquals(2, refused.waitFor());
        assertTrue(refused.shows("none^[[31m.txt"), refused.picture());
    }
}
