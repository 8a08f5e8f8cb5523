package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Saved conversations at the prompt: listed, taken up, copied, named and exported. */
@Timeout(60)
class ConversationsIT {
    @AutoClose
    private final Stage stage = new Stage();

    private Chat chat;

    private void begin(String... arguments) {
        chat = Chat.begin(stage, arguments);
    }

    private void leave() {
        chat.terminal().press(Keys.CTRL_D);
        assertEquals(0, chat.terminal().waitFor());
    }

    /** A conversation that was led, given a title and left; its id. */
    private String saved(String title) {
        begin();
        chat.converse("about " + title, "answer about " + title + " ");
        chat.command("/title " + title, "title: " + title);
        leave();
        return id(title);
    }

    private String id(String title) {
        return stage.box().journals().stream()
                .filter(journal -> journal.ofType("title").stream()
                        .anyMatch(record -> record.path("text").asText().equals(title)))
                .map(journal -> journal.ofType("session").get(0).path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sessions_lists_the_newest_first_with_title_and_end() {
        String first = saved("Terminal signals");
        begin();
        chat.answering("what is tea", "tea is ");
        chat.stop();
        chat.command("/sessions", "/resume ID goes on with one");
        List<String> lines = chat.terminal().look(Screen::lines);
        int head = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("id "))
                .findFirst()
                .orElseThrow());
        assertTrue(
                lines.get(head + 1).matches("\\d{8}-\\d{6}-\\w{4} +\\d+ s +1  this one +test-model  what is tea"),
                lines.get(head + 1));
        assertTrue(
                lines.get(head + 2).matches(first + " +\\d+ (s|min) +1  complete +test-model  Terminal signals"),
                lines.get(head + 2));
        chat.command("/sessions tea", "what is tea");
        chat.command("/sessions coffee", "no conversation is called “coffee”");
        assertEquals(2, stage.server().requests());
    }

    @Test
    void only_a_screenful_is_listed_unless_all_is_asked_for() {
        for (int i = 100; i < 200; i++) {
            write(
                    stage.box().sessions().resolve("20260101-000000-a" + i + ".jsonl"),
                    "{\"type\":\"session\",\"v\":1}\n{\"type\":\"user\",\"turn\":1,\"text\":\"number " + i + "\"}\n");
        }
        begin();
        chat.command("/sessions", "the newest 34 of 100, /sessions all lists all");
        assertEquals(34, chat.terminal().count("20260101-000000-a"));
        chat.command("/sessions all", "20260101-000000-a100");
        assertEquals(134, chat.terminal().count("20260101-000000-a"));
    }

    @Test
    void resume_goes_on_by_id_or_title_and_leaves_the_other_saved() {
        String id = saved("Terminal signals");
        begin("-s", "be brief");
        chat.converse("another matter", "yes ");
        chat.command("/resume terminal", "going on with " + id + ", “Terminal signals”: 1 turn, test-model answers");
        Request request = chat.ask("and now").request();
        assertTrue(request.body().contains("answer about Terminal signals"), request.body());
        assertFalse(request.body().contains("another matter"), request.body());
        assertFalse(request.body().contains("be brief"), request.body());
        chat.stop();
        chat.command("/resume " + id, "that is the conversation you are in");
        chat.command("/resume nothing-like-it", "there is no session “nothing-like-it”; the last one is " + id);
        assertEquals(2, stage.box().journals().size());
    }

    @Test
    void tab_completes_the_id_of_a_saved_conversation() {
        String id = saved("Terminal signals");
        begin();
        chat.terminal().press("/resume 2\t");
        chat.terminal().awaitPrompt("/resume " + id);
        chat.terminal().press(Keys.ENTER);
        chat.terminal().awaitText("going on with " + id);
        chat.terminal().awaitPrompt();
    }

    @Test
    void a_conversation_that_is_open_elsewhere_is_not_taken_up_but_can_be_copied() {
        begin();
        chat.converse("shared matter", "yes ");
        chat.command("/title Shared", "title: Shared");
        String id = id("Shared");
        Chat first = chat;
        begin();
        chat.command("/resume Shared", "session " + id + " is in use by process ");
        chat.command("/fork " + id, "going on in a copy, ");
        assertTrue(
                chat.terminal().shows("“Shared (copy)”: 1 turn"),
                chat.terminal().picture());
        Exchange exchange = chat.ask("in the copy");
        assertTrue(
                exchange.request().body().contains("shared matter"),
                exchange.request().body());
        exchange.begin().token("fine ").done();
        chat.terminal().awaitPrompt();
        assertFalse(first.ask("in the first").request().body().contains("in the copy"));
    }

    @Test
    void fork_goes_on_in_a_copy_also_after_a_stop() {
        begin();
        chat.command("/fork", "there is nothing to copy yet");
        chat.answering("tell me", "one two ");
        chat.stop();
        chat.command("/fork", "its answer was interrupted, /continue goes on");
        Request request = chat.ask("go on").request();
        assertTrue(request.lastAssistantText().startsWith("one two"), request.body());
        assertEquals(2, stage.box().journals().size());
        assertEquals(
                List.of(1L, 2L),
                stage.box().journals().stream()
                        .map(j -> (long) j.userTexts().size())
                        .sorted()
                        .toList());
    }

    @Test
    void without_saving_there_is_no_copy() {
        begin("--no-save");
        chat.converse("hello", "fine ");
        chat.command("/fork", "nothing is saved in this chat, so there can be no copy; start without --no-save");
        assertEquals(List.of(), stage.box().journals());
    }

    @Test
    void a_title_is_shown_removed_and_found_by_the_command_line() {
        String id = saved("Tea and coffee");
        Run run = stage.oneShot("--session", "tea and", "more");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals(
                "answer about Tea and coffee",
                exchange.request().lastAssistantText().strip());
        exchange.begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        begin("--session", "Tea and coffee");
        chat.command("/title", "title: Tea and coffee");
        chat.command("/title -", "no title");
        leave();
        Run none = stage.oneShot("--session", "nothing so called", "more");
        assertEquals(2, none.exit());
        assertTrue(none.err().contains("there is no session “nothing so called”; the last one is " + id), none.err());
    }

    @Test
    void export_writes_each_form_and_overwrites_nothing() throws IOException {
        begin();
        chat.command("/export a.md", "there is nothing to export yet");
        chat.answering("tell me", "one two ");
        chat.stop();
        chat.command("/export my talk.md", "exported 1 turn to my talk.md");
        String text = Files.readString(stage.box().work().resolve("my talk.md"));
        assertTrue(text.contains("tell me") && text.contains("one two\n\n*⏹ interrupted · "), text);
        chat.command(
                "/export '~/b.json'",
                "exported 1 turn to " + stage.box().environment().get("HOME") + "/b.json");
        String json = Files.readString(stage.box().folder("home").resolve("b.json"));
        assertEquals(
                "interrupted",
                Json.parseIfWhole(json)
                        .orElseThrow()
                        .path("turns")
                        .path(0)
                        .path("outcome")
                        .asText());
        chat.command("/export my talk.md", "cannot export to “my talk.md”: it is there already; choose another name");
        chat.command("/export talk.html", "exported 1 turn to talk.html");
        String page = Files.readString(stage.box().work().resolve("talk.html"));
        assertTrue(
                page.startsWith("<!DOCTYPE html>") && page.contains("one two") && page.contains("interrupted · "),
                page);
        chat.command(
                "/export talk.pdf",
                "cannot export to “talk.pdf”: its name tells no form; let it end with .md, .json or .html");
        chat.command("/export none/talk.md", "cannot export to “none/talk.md”: no such file or folder");
        assertEquals(text, Files.readString(stage.box().work().resolve("my talk.md")));
        chat.terminal().press("/export my\t");
        chat.terminal().awaitPrompt("/export my talk.md");
    }

    @Test
    void a_session_whose_model_cannot_be_asked_is_left_as_it_is() {
        write(
                stage.box().sessions().resolve("20260101-000000-gone.jsonl"),
                "{\"type\":\"session\",\"v\":1,\"id\":\"x\",\"model\":\"vanished/model\"}\n{\"type\":\"user\",\"turn\":1,\"text\":\"old\"}\n");
        begin();
        chat.command("/resume 20260101", "the session's model vanished/model cannot be asked");
        assertEquals("hello", chat.ask("hello").request().lastUserText());
        assertFalse(
                Files.exists(stage.box().sessions().resolve("20260101-000000-gone.jsonl.lock")),
                "its lock is given back");
    }

    @Test
    void help_tells_more_about_one_command() {
        begin();
        chat.command("/help fork", "into a new session file");
        chat.command("/help nonsens", "there is no command /nonsens");
    }
}
