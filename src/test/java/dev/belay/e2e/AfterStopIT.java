package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stop leaves can be gone on with, asked again, changed and taken back, and each of these stopped again. */
@Timeout(90)
class AfterStopIT {
    private static final String NOTE = "\n\n[interrupted by the user]";

    @AutoClose
    private final Stage stage = new Stage();

    private Chat chat;

    private void begin(String... arguments) {
        chat = Chat.begin(stage, arguments);
    }

    /** Waits for its end: whoever leaves looks after the file once more. */
    private void leave() {
        chat.terminal().press("\004");
        chat.terminal().waitFor();
    }

    /** Enters a command, and has its answer stopped when this much is on the screen. */
    private List<String> stopped(String line, String text) {
        Exchange exchange = chat.ask(line);
        if (!text.isEmpty()) {
            exchange.begin().token(text);
            chat.terminal().awaitText(text.strip());
        }
        chat.stop();
        exchange.awaitGone();
        return said(exchange);
    }

    private List<String> completed(String line, String text) {
        Exchange exchange = chat.ask(line).begin().token(text);
        exchange.done();
        chat.terminal().awaitText(text.strip());
        chat.terminal().awaitPrompt();
        return said(exchange);
    }

    private static List<String> said(Exchange exchange) {
        List<String> said = new ArrayList<>();
        for (JsonNode message : exchange.request().messages()) {
            said.add(message.path("content").asText());
        }
        return said;
    }

    /** The next request, here and when the conversation is taken up again. */
    private void carries(String... messages) {
        List<String> expected = new ArrayList<>(List.of(messages));
        expected.add("next");
        assertEquals(expected, stopped("next", ""));
        chat.command("/undo", "taken back: next");
        chat.terminal().press("\004");
        begin("-c");
        assertEquals(expected, stopped("next", ""));
        chat.command("/undo", "taken back: next");
    }

    private void editor(String script) {
        stage.box().set("EDITOR", stage.box().program("editor", script).toString());
    }

    @Test
    void an_answer_is_gone_on_with_again_and_again_and_is_one() throws IOException {
        begin();
        stopped("count", "one, two, three, ");
        String instruction =
                stopped("/continue", "one, two, three, four, five, ").get(2);
        assertTrue(instruction.startsWith("Continue your previous answer"), instruction);
        List<String> asked = stopped("/continue", "");
        assertEquals(asked, stopped("/continue", ""), "in vain it leaves no trace");
        assertEquals(asked, completed("/continue", "six."));
        carries(
                "count",
                "one, two, three," + NOTE,
                instruction,
                "one, two, three, four, five," + NOTE,
                instruction,
                "six.");
        Path file = stage.box().work().resolve("out.md");
        chat.command("/export " + file, "exported 1 turn");
        assertTrue(Files.readString(file).contains("one, two, three, four, five, six."), Files.readString(file));
        chat.command("/undo", "taken back: the last /continue");
        chat.command("/undo", "taken back: the last /continue");
        chat.command("/undo", "taken back: the last /continue");
        chat.command("/undo", "taken back: the last /continue");
        carries("count", "one, two, three," + NOTE);
        chat.command("/undo", "taken back: count");
        chat.command("/undo", "there is nothing to take back");
    }

    @Test
    void a_retry_that_is_stopped_twice_gives_the_former_answers_back() {
        begin();
        completed("question", "first answer");
        assertEquals(List.of("question"), stopped("/retry", ""));
        chat.command("/continue", "/undo brings the former answer back");
        assertEquals(List.of("question"), stopped("/retry", "second "));
        carries("question", "second" + NOTE);
        assertEquals(
                List.of(1, 2),
                stage.box().journal().ofType("user").stream()
                        .filter(u -> u.has("retries"))
                        .map(u -> u.path("retries").asInt())
                        .toList());
        chat.command("/undo", "nothing had come before it");
        chat.command("/undo", "the former answer is back");
        carries("question", "first answer");
        chat.command("/undo", "taken back: question");
        carries();
    }

    @Test
    void going_on_is_asked_again_from_the_same_place() {
        begin();
        stopped("question", "half of ");
        List<String> asked = completed("/continue", "the bad answer");
        assertEquals(asked, completed("/retry", "the good answer"));
        carries("question", "half of" + NOTE, asked.get(2), "the good answer");
        chat.command("/undo", "what /continue had brought before is back");
        carries("question", "half of" + NOTE, asked.get(2), "the bad answer");
    }

    @Test
    void an_edit_that_is_stopped_gives_the_former_message_back() {
        editor("printf 'better' > \"$1\"");
        begin();
        stopped("question", "bad ");
        assertEquals(List.of("better"), stopped("/edit", ""));
        assertEquals(List.of("better"), stopped("/retry", "good "));
        carries("better", "good" + NOTE);
        chat.command("/undo", "taken back: the last /retry");
        chat.command("/undo", "taken back: better; back is: question");
        carries("question", "bad" + NOTE);
    }

    @Test
    void a_message_that_was_taken_back_is_one_key_away() {
        begin();
        stopped("a bad question", "hm ");
        chat.command("/undo", "taken back: a bad question");
        chat.terminal().press("\033[A");
        chat.terminal().awaitPrompt("a bad question");
        chat.terminal().press("s\r");
        assertEquals(List.of("a bad questions"), said(stage.server().awaitRequest()));
    }

    @Test
    void another_model_is_asked_this_once() {
        begin();
        stopped("question", "half ");
        Exchange exchange = chat.ask("/retry other-model");
        assertEquals("other-model", exchange.request().json().path("model").asText());
        exchange.begin().token("another view").done();
        chat.terminal().awaitText("other-model answers this once");
        chat.terminal().awaitText("another view");
        chat.terminal().awaitPrompt();
        Exchange next = chat.ask("next");
        assertEquals("test-model", next.request().json().path("model").asText());
        chat.stop();
        List<JsonNode> ends = stage.box().journal().ofType("end");
        assertTrue(ends.get(1).path("model").asText().endsWith("other-model"), ends.toString());
        chat.terminal().press("\004");
        chat = new Chat(stage.terminal(List.of(Image.launcher(), "-c")), stage.server());
        chat.terminal().awaitPrompt();
        assertEquals(
                "test-model", chat.ask("more").request().json().path("model").asText());
    }

    @Test
    void a_failure_before_and_behind_the_first_words_is_asked_again_and_gone_on_with() {
        begin();
        chat.ask("question")
                .respond("400 Bad Request", "application/json", "{\"error\":{\"message\":\"no such thing\"}}");
        chat.terminal().awaitText("no such thing");
        chat.terminal().awaitPrompt();
        chat.command("/continue", "/retry asks again");
        Exchange broken = chat.ask("/retry").begin().token("half ");
        chat.terminal().awaitText("half");
        broken.reset();
        chat.terminal().awaitText("the connection broke in mid-answer");
        chat.terminal().awaitPrompt();
        List<String> asked = completed("/continue", "and half");
        assertEquals("half\n\n[broken off by a failure]", asked.get(1));
        carries("question", asked.get(1), asked.get(2), "and half");
    }

    @Test
    void a_crash_within_any_of_them_is_a_stop() throws IOException {
        begin();
        completed("question", "first");
        stopped("/retry", "second ");
        stopped("/continue", "third ");
        leave();
        Path file = stage.box().journal().file();
        List<String> lines = Files.readAllLines(file);
        for (int cut = lines.size() - 1; cut > 3; cut--) {
            Files.write(file, lines.subList(0, cut));
            begin("-c");
            String said = String.join("¦", stopped("next", ""));
            assertTrue(said.startsWith("question") && said.endsWith("next"), said);
            chat.command("/undo", "taken back: next");
            boolean isEmpty = lines.get(cut - 1).contains("\"user\"")
                    && lines.get(cut - 1).contains("retries");
            if (isEmpty) {
                chat.command("/continue", "/retry asks again");
            } else {
                assertFalse(stopped("/continue", "").isEmpty());
                chat.command("/undo", "taken back: the last /continue");
            }
            assertEquals(1, stopped("/retry", "again ").indexOf("question") + 1, "asks the question or the going on");
            chat.command("/undo", "taken back: the last /retry");
            leave();
        }
    }

    @Test
    void a_copy_ends_with_the_turn_that_is_named() {
        begin();
        completed("one", "first answer");
        completed("two", "second answer");
        completed("/retry", "other answer");
        completed("three", "third answer");
        chat.command("/fork 4", "there is no turn 4: that conversation has 3 turns");
        chat.command("/fork 0", "there is no turn 0");
        chat.command("/fork 2", "2 turns");
        assertEquals(List.of("one", "first answer", "two", "other answer", "next"), stopped("next", ""));
        chat.command("/undo", "taken back: next");
        chat.command("/undo", "the former answer is back");
        assertEquals(List.of("one", "first answer", "two", "second answer", "next"), stopped("next", ""));
    }
}
