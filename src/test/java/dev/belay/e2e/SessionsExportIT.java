package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code belay sessions export} and {@code belay sessions show}. */
@Timeout(60)
class SessionsExportIT {

    @AutoClose
    private final Stage stage = new Stage();

    private Run belay(String... words) {
        Run run = stage.run(Image.command(words));
        run.exit();
        return run;
    }

    /** A saved conversation of one turn; its id. */
    private String talk(String question, String answer) {
        Run run = stage.oneShot(question);
        stage.server().awaitRequest().begin().token(answer).done();
        assertEquals(0, run.exit(), run.toString());
        String name = stage.box()
                .journals()
                .get(stage.box().journals().size() - 1)
                .file()
                .getFileName()
                .toString();
        return name.substring(0, name.indexOf('.'));
    }

    private Path file(String name) {
        return stage.box().work().resolve(name);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(stage.box().work())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_last_conversation_goes_to_standard_output_as_markdown() {
        String id = talk("what is a signal", "a **message**");
        Run run = belay("sessions", "export");
        assertTrue(run.out().startsWith("# what is a signal\n\nSession `" + id + "`"), run.toString());
        assertTrue(run.out().contains("\n\na **message**\n"), run.toString());
        assertEquals("", run.err());
    }

    @Test
    void the_end_of_the_name_or_an_option_says_the_form() throws IOException {
        String id = talk("what is a signal", "a **message**");
        for (String name : List.of("a.md", "a.json", "a.html")) {
            Run run = belay("sessions", "export", id.substring(0, 16), name);
            assertEquals(0, run.exit(), run.toString());
            assertEquals("exported 1 turn to " + name + "\n", run.err());
            assertEquals("", run.out());
        }
        assertTrue(Files.readString(file("a.md")).contains("a **message**"));
        assertTrue(Files.readString(file("a.html")).contains("a <strong>message</strong>"));
        assertEquals(
                "a **message**",
                Json.parseIfWhole(Files.readString(file("a.json")))
                        .orElseThrow()
                        .path("turns")
                        .path(0)
                        .path("text")
                        .asText());
        assertEquals(
                0, belay("-q", "sessions", "export", id, "b.txt", "-o", "json").exit());
        assertEquals(Files.readString(file("a.json")), Files.readString(file("b.txt")));
        assertEquals(2, belay("sessions", "export", id, "c.txt").exit());
        assertEquals(2, belay("sessions", "export", id, "-o", "pdf").exit());
        assertEquals(List.of("a.html", "a.json", "a.md", "b.txt"), left());
    }

    @Test
    void what_is_there_stays_unless_it_is_forced_away() throws IOException {
        talk("hello", "hi there");
        Files.writeString(file("a.md"), "mine");
        Run run = belay("sessions", "export", "a.md");
        assertEquals(2, run.exit());
        assertTrue(
                run.err().contains("cannot export to “a.md”: it is there already; choose another name, or --force"),
                run.err());
        assertEquals("mine", Files.readString(file("a.md")));
        assertEquals(0, belay("sessions", "export", "a.md", "--force").exit());
        assertTrue(Files.readString(file("a.md")).contains("hi there"));
        assertEquals(List.of("a.md"), left());
    }

    /** The mode is what any new file of this person has. */
    @Test
    void the_mode_is_as_the_umask_says() throws IOException {
        talk("hello", "hi there");
        Run run = stage.run(List.of(
                "sh", "-c", "umask 027; exec \"$@\"", "script", Image.launcher(), "sessions", "export", "a.md"));
        assertEquals(0, run.exit(), run.toString());
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("a.md"))));
    }

    @Test
    void what_cannot_be_written_is_told_and_leaves_nothing() throws IOException {
        talk("hello", "hi there");
        Run run = belay("sessions", "export", "none/a.md");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("cannot export to “none/a.md”: no such file or folder"), run.err());
        Run full = stage.run(List.of(
                "bash", "-c", "ulimit -f 4; exec \"$@\"", "script", Image.launcher(), "sessions", "export", "a.html"));
        assertFalse(full.exit() == 0, full.toString());
        assertEquals(List.of(), left());
    }

    @Test
    void a_conversation_that_goes_on_elsewhere_can_be_read() {
        Chat chat = Chat.begin(stage);
        chat.converse("hello", "hi there ");
        Run run = belay("sessions", "show");
        assertEquals(0, run.exit(), run.toString());
        assertTrue(run.out().contains("hi there"), run.toString());
        chat.converse("more", "still mine ");
    }

    @Test
    void damage_and_a_later_version_are_said_and_the_rest_is_there() throws IOException {
        String id = talk("hello", "hi there");
        Path journal = stage.box().sessions().resolve(id + ".jsonl");
        Files.writeString(journal, "{\"type\":\"user\",\"tu\n", StandardOpenOption.APPEND);
        Run damaged = belay("sessions", "export", id);
        assertTrue(
                damaged.out().contains("hi there") && damaged.err().contains("1 damaged line was left out"),
                damaged.toString());
        Files.writeString(journal, Files.readString(journal).replace("\"v\":1", "\"v\":9"));
        Run later = belay("sessions", "export", id);
        assertEquals(0, later.exit());
        assertTrue(
                later.out().contains("hi there") && later.err().contains("written by a later version"),
                later.toString());
    }

    @Test
    void unknown_ones_are_told() {
        assertEquals(2, belay("sessions", "show").exit());
        talk("hello", "hi there");
        Run run = belay("sessions", "show", "nothing so called");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("there is no session “nothing so called”"), run.err());
    }

    @Test
    void show_has_no_escape_sequences_in_a_pipe_and_has_them_on_demand() {
        talk("hello", "hi **there** \u001b]0;title\u0007");
        assertFalse(belay("sessions", "show").out().contains("\u001b["));
        String coloured = belay("sessions", "show", "--color", "always").out();
        assertTrue(coloured.contains("\u001b[1mthere"), coloured);
        assertFalse(coloured.contains("\u001b]0;title"), coloured);
        assertFalse(coloured.contains("\r"), coloured);
    }

    @Test
    void show_renders_on_a_terminal_as_answers_are() {
        talk("hello there", "hi **you** \u001b]0;title\u0007\n\n```\ncode\n```");
        TerminalSession terminal = stage.terminal(List.of(Image.launcher(), "sessions", "show"));
        assertEquals(0, terminal.waitFor());
        String seen = terminal.text();
        assertTrue(seen.contains("› hello there"), seen);
        assertTrue(seen.contains("hi you ^[]0;title^G"), seen);
    }

    @Test
    void an_interrupted_answer_is_marked_in_each_form() {
        Chat chat = Chat.begin(stage);
        chat.answering("tell me", "one two ");
        chat.stop();
        assertTrue(belay("sessions", "show").out().contains("*⏹ interrupted · "));
        assertTrue(belay("sessions", "show", "--color", "always").out().contains("⏹ interrupted · "));
        assertTrue(belay("sessions", "export", "-o", "html").out().contains("<div class=\"answer interrupted\">"));
        assertTrue(belay("sessions", "show", "-o", "json").out().contains("\"outcome\" : \"interrupted\""));
    }

    @Test
    void who_takes_a_conversation_up_sees_where_it_stands() {
        talk("what is a signal", "It begins. " + "word ".repeat(100) + "and so it ends.");
        TerminalSession terminal = stage.terminal(stage.belay("-c"));
        terminal.awaitText("last: what is a signal");
        terminal.awaitText("and so it ends.");
        terminal.awaitPrompt();
        assertFalse(terminal.text().contains("It begins."), "a few lines only");
        TerminalSession quiet = stage.terminal(stage.belay("-c", "-q", "--no-save"));
        quiet.awaitPrompt();
        assertFalse(quiet.text().contains("last:"), quiet.text());
    }
}
