package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.chat.Round;
import dev.belay.session.Session;
import dev.belay.session.SessionStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A disk without room costs a sentence; the answer is shown whole, and saved when there is room again. */
@Timeout(60)
class FullDiskIT {
    private static final String PIECE = "0123456789".repeat(70) + " ";

    @AutoClose
    private final Stage stage = new Stage();

    private final List<String> warnings = new ArrayList<>();

    private List<Round> rounds() throws IOException {
        SessionStore store = new SessionStore(stage.box().sessions());
        warnings.clear();
        try (Session session = Session.readOnly(store, store.latest().orElseThrow(), warnings::add)) {
            return session.conversation().rounds();
        }
    }

    private SmallDisk disk() throws IOException {
        SmallDisk disk = new SmallDisk(stage.box().root().resolve("small"), "256k");
        stage.box().set("XDG_DATA_HOME", stage.box().root().resolve("small").toString());
        return disk;
    }

    @Test
    void when_there_is_room_again_the_whole_conversation_is_saved() throws IOException {
        try (SmallDisk disk = disk()) {
            Chat chat = Chat.begin(stage);
            chat.converse("first", "one ");
            disk.fill();
            Exchange exchange = chat.ask("second").begin();
            for (int i = 0; i < 20; i++) {
                exchange.token(PIECE);
            }
            exchange.token("last words ").done();
            chat.terminal().awaitText("last words");
            chat.terminal().awaitPrompt();
            chat.converse("third", "three ");
            assertEquals(
                    1,
                    chat.terminal().count("nothing is being saved from here on"),
                    chat.terminal().picture());

            List<Round> begin = rounds();
            assertEquals("one ", begin.get(0).answer());
            assertEquals(2, begin.size(), "what the file has is a begin of the conversation");
            assertEquals(Round.End.INTERRUPTED, begin.get(1).end());
            assertTrue(
                    (PIECE.repeat(20) + "last words ").startsWith(begin.get(1).answer()));

            disk.makeRoom();
            chat.converse("fourth", "four ");
            chat.terminal().awaitText("saving works again");
            List<Round> all = rounds();
            assertEquals(List.of(), warnings, "no line is torn");
            assertEquals(
                    List.of("one ", PIECE.repeat(20) + "last words ", "three ", "four "),
                    all.stream().map(Round::answer).toList());
            assertTrue(all.stream().allMatch(round -> round.end() == Round.End.COMPLETE));
            chat.terminal().press(Keys.CTRL_D);
            assertEquals(0, chat.terminal().waitFor());
        }
    }

    @Test
    void a_question_on_the_command_line_is_answered_all_the_same() throws IOException {
        try (SmallDisk disk = disk()) {
            Run first = stage.oneShot("first");
            stage.server().awaitRequest().begin().token("one").done();
            assertEquals(0, first.exit());
            disk.fill();
            Run run = stage.oneShot("-c", "second");
            Exchange exchange = stage.server().awaitRequest().begin();
            for (int i = 0; i < 20; i++) {
                exchange.token(PIECE);
            }
            exchange.done();
            assertEquals(0, run.exit(), run.toString());
            assertEquals(PIECE.repeat(20), run.out());
            Sentences.assertClear(run.err());
            assertEquals(
                    1,
                    run.err()
                            .lines()
                            .filter(line -> line.contains("nothing is being saved"))
                            .count(),
                    run.err());
            assertTrue(run.err().contains("No space left on device"), run.err());

            disk.makeRoom();
            Run third = stage.oneShot("-c", "third");
            stage.server().awaitRequest().begin().token("three").done();
            assertEquals(0, third.exit(), third.toString());
            List<Round> all = rounds();
            assertEquals("one", all.get(0).answer());
            assertEquals("three", all.get(all.size() - 1).answer());
        }
    }
}
