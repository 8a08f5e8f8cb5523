package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two programs at one session, and files and folders that may not be written. */
@Timeout(120)
class SharedSessionIT {
    private static final int RACES = 20;
    private static final String NOBODY = "65534";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void of_two_that_start_at_once_one_gets_the_session_and_the_other_is_told() {
        stage.oneTurn("hello", "hi");
        for (int race = 1; race <= RACES; race++) {
            List<Run> runs = List.of(stage.oneShot("-c", "left " + race), stage.oneShot("-c", "right " + race));
            Exchange winner = stage.server().awaitRequest();
            boolean left = winner.request().lastUserText().startsWith("left");
            Run loser = runs.get(left ? 1 : 0);
            assertEquals(2, loser.exit(), loser.toString());
            assertTrue(loser.err().contains("is in use by"), loser.err());
            Sentences.assertClear(loser.err());
            winner.begin().token("won " + race).done();
            assertEquals(0, runs.get(left ? 0 : 1).exit());
            assertEquals(race + 1, stage.box().journal().userTexts().size(), "race " + race);
        }
        assertEquals(RACES + 1, stage.server().requests());
    }

    @Test
    void the_lock_of_a_program_that_was_killed_is_free() {
        Run killed = stage.oneShot("hello");
        stage.server().awaitRequest().begin().token("so far");
        killed.awaitOut("so far");
        killed.signal("KILL");
        killed.exit();
        Run run = stage.oneShot("-c", "go on");
        Exchange exchange = stage.server().awaitRequest();
        assertTrue(exchange.request().lastAssistantText().startsWith("so far"));
        exchange.begin().token("fine").done();
        assertEquals(0, run.exit());
        assertEquals("", run.err());
    }

    @Test
    void a_session_deleted_while_it_is_open_is_there_again_with_the_next_turn() throws IOException {
        Chat chat = Chat.begin(stage);
        chat.converse("first", "one ");
        Path file = stage.box().journal().file();
        Files.delete(file);
        chat.converse("second", "two ");
        assertEquals(
                1,
                chat.terminal().count("conversation is there anew"),
                chat.terminal().picture());
        assertEquals(List.of("first", "second"), Journal.read(file).userTexts());
        Files.delete(file);
        chat.terminal().press(Keys.CTRL_D);
        assertEquals(0, chat.terminal().waitFor());
        assertEquals(List.of("first", "second"), Journal.read(file).userTexts());
    }

    /** root is refused nothing, so somebody else is asked to try. */
    private Run asNobody(String... arguments) {
        boolean canTry = Files.isExecutable(Path.of("/usr/bin/setpriv"))
                && Commands.output("id", "-u").strip().equals("0");
        Assumptions.assumeTrue(
                canTry, "only root can try as somebody else, with setpriv: read-only files are not tried");
        Commands.output("chmod", "-R", "o+rX", stage.box().root().toString());
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        command.addAll(stage.belay(arguments));
        return stage.run(command);
    }

    private void assertChatsUnsaved(Run run) throws IOException {
        stage.server().awaitRequest().begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("fine", run.out());
        Sentences.assertClear(run.err());
        assertEquals(
                1,
                run.err()
                        .lines()
                        .filter(line -> line.contains("nothing is being saved"))
                        .count(),
                run.err());
        assertTrue(run.err().contains("permission denied"), run.err());
        assertEquals(List.of("hello"), stage.box().journal().userTexts());
    }

    @Test
    void a_session_that_may_only_be_read_is_gone_on_with_unsaved() throws IOException {
        stage.oneTurn("hello", "hi");
        Path file = stage.box().journal().file();
        Commands.output("chmod", "0444", file.toString());
        Commands.output("chmod", "0777", file.getParent().toString());
        assertChatsUnsaved(asNobody("-c", "and now"));
    }

    @Test
    void a_folder_that_may_only_be_read_is_gone_on_with_unsaved() throws IOException {
        stage.oneTurn("hello", "hi");
        Commands.output("chmod", "0555", stage.box().sessions().toString());
        assertChatsUnsaved(asNobody("-c", "and now"));
        assertChatsUnsaved(asNobody("something new"));
    }

    @Test
    void a_file_made_read_only_while_it_is_open_is_written_on() {
        Chat chat = Chat.begin(stage);
        chat.converse("first", "one ");
        Commands.output("chmod", "0400", stage.box().journal().file().toString());
        chat.converse("second", "two ");
        assertEquals(List.of("first", "second"), stage.box().journal().userTexts());
        assertEquals(0, chat.terminal().count("saved"));
    }

    @Test
    void a_relative_or_empty_folder_for_data_is_none() {
        for (String value : List.of("", "data/here")) {
            stage.box().set("XDG_DATA_HOME", value);
            Run run = stage.oneShot("hello");
            stage.server().awaitRequest().begin().token("hi").done();
            assertEquals(0, run.exit(), run.toString());
            assertEquals("", run.err());
        }
        stage.box()
                .set(
                        "XDG_DATA_HOME",
                        stage.box().root().resolve("home/.local/share").toString());
        assertEquals(2, stage.box().journals().size());
    }

    @Test
    void a_clock_that_was_set_back_is_said_and_the_session_found() throws IOException {
        stage.oneTurn("hello", "hi");
        Path file = stage.box().journal().file();
        Commands.output("touch", "-d", "2 hours", file.toString());
        Run run = stage.oneShot("-c", "and now");
        stage.server().awaitRequest().begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        assertTrue(run.err().contains("is dated ahead of the clock"), run.err());
        Run again = stage.oneShot("-c", "again");
        stage.server().awaitRequest().begin().token("fine").done();
        assertEquals(0, again.exit());
        assertEquals("", again.err());
    }
}
