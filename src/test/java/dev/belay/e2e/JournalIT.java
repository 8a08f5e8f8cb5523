package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sessions on disk, and what happens when the disk will not have them. */
@Timeout(60)
class JournalIT {
    @AutoClose
    private final Stage stage = new Stage();

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void only_the_owner_may_read_a_session() throws IOException {
        stage.oneTurn("hello", "hi");
        assertEquals("rwx------", permissions(stage.box().sessions()));
        assertEquals("rw-------", permissions(stage.box().journal().file()));
    }

    @Test
    void the_message_is_on_disk_before_the_request_leaves() {
        stage.oneShot("hello");
        stage.server().awaitRequest();
        assertEquals(List.of("hello"), stage.box().journal().userTexts());
    }

    @Test
    void each_piece_is_on_disk_when_it_is_seen() {
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest().begin();
        for (int i = 0; i < 20; i++) {
            exchange.token(" piece" + i);
            run.awaitOut(" piece" + i);
            assertTrue(stage.box().journal().lastText().endsWith(" piece" + i), "piece " + i);
        }
    }

    @Test
    void no_save_leaves_nothing_on_disk() {
        Run run = stage.oneShot("--no-save", "hello");
        stage.server().awaitRequest().begin().token("hi").done();
        assertEquals(0, run.exit());
        assertEquals(List.of(), stage.box().journals());
    }

    @Test
    void a_torn_last_line_is_ignored_and_said() throws IOException {
        stage.oneTurn("hello", "hi");
        Files.writeString(stage.box().journal().file(), "{\"type\":\"user\",\"tu", StandardOpenOption.APPEND);
        Run run = stage.oneShot("-c", "and now");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals("hi", exchange.request().lastAssistantText());
        exchange.begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        Sentences.assertClear(run.err());
        assertEquals("fine", stage.box().journal().lastText());
    }

    @Test
    void a_session_of_a_newer_version_is_not_written_to() throws IOException {
        stage.oneTurn("hello", "hi");
        Path file = stage.box().journal().file();
        String newer = Files.readString(file).replaceFirst("\"v\":\\d+", "\"v\":9999");
        Files.writeString(file, newer);
        stage.server().answerAll(exchange -> exchange.begin().token("fine").done());
        Run run = stage.oneShot("-c", "and now");
        run.exit();
        Sentences.assertClear(run.err());
        assertTrue(run.err().contains("later version") || run.err().contains("newer version"), run.toString());
        assertEquals(newer, Files.readString(file));
    }

    @Test
    void a_second_process_is_told_who_holds_the_session() throws IOException {
        TerminalSession first = stage.repl();
        Chat chat = new Chat(first, stage.server());
        chat.converse("hello", "hi ");
        String before = Files.readString(stage.box().journal().file());
        Run second = stage.oneShot("-c", "me too");
        second.awaitErr(Long.toString(first.handle().pid()));
        assertNotEquals(0, second.exit());
        Sentences.assertClear(second.err());
        assertEquals(before, Files.readString(stage.box().journal().file()));
        chat.converse("still mine", "yes ");
    }

    @Test
    void a_second_terminal_is_offered_a_copy_of_the_session() {
        Chat first = Chat.begin(stage);
        first.converse("hello", "hi there ");
        TerminalSession terminal = stage.terminal(stage.belay("-c"));
        terminal.awaitText("in use");
        terminal.press("y" + Keys.ENTER);
        terminal.awaitPrompt();
        Chat second = new Chat(terminal, stage.server());
        Exchange exchange = second.ask("me too");
        assertEquals("hi there", exchange.request().lastAssistantText().strip());
        exchange.begin().token("fine ").done();
        terminal.awaitPrompt();
        first.converse("still mine", "yes ");
        assertEquals(2, stage.box().journals().size());
    }

    @Test
    void where_nothing_can_be_saved_the_chat_goes_on_after_one_warning() throws IOException {
        Path file = Files.writeString(stage.box().work().resolve("a file"), "no folder");
        stage.box().set("XDG_DATA_HOME", file.resolve("data").toString());
        Run run = stage.oneShot("hello");
        stage.server()
                .awaitRequest()
                .begin()
                .token("one ")
                .token("two ")
                .token("three")
                .done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("one two three", run.out());
        assertOneWarning(run.err());
    }

    @Test
    void in_the_repl_too_there_is_one_warning_for_all_turns() throws IOException {
        Path file = Files.writeString(stage.box().work().resolve("a file"), "no folder");
        stage.box()
                .set("XDG_DATA_HOME", file.resolve("data").toString())
                .set("XDG_STATE_HOME", file.resolve("state").toString());
        Chat chat = Chat.begin(stage);
        chat.converse("first", "one ");
        chat.converse("second", "two ");
        chat.answering("third", "three ");
        chat.stop();
        assertEquals(1, chat.terminal().count("saved"), chat.terminal().picture());
    }

    @Test
    void a_disk_that_gets_full_in_mid_answer_costs_one_warning_and_not_the_answer() {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 8; exec \"$@\"", "script"));
        command.addAll(stage.belay("hello"));
        Run run = stage.run(command);
        Exchange exchange = stage.server().awaitRequest().begin();
        String piece = "0123456789".repeat(50);
        for (int i = 0; i < 100; i++) {
            exchange.token(piece);
        }
        exchange.done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals(piece.repeat(100), run.out());
        assertOneWarning(run.err());
    }

    private static void assertOneWarning(String err) {
        Sentences.assertClear(err);
        assertEquals(1, err.lines().filter(line -> line.contains("saved")).count(), err);
    }
}
