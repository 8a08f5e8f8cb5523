package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Screen;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract's table "Ctrl-C, in every state": the rows in which an answer is on its way. */
@Timeout(60)
class CtrlCIT {
    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void in_mid_stream_it_stops_and_what_was_read_stays_on_screen_on_disk_and_in_the_next_request() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one two three ");
        chat.stop();

        exchange.awaitGone();
        List<String> lines = chat.terminal().look(Screen::lines).stream()
                .filter(line -> !line.isBlank())
                .toList();
        int at = lines.indexOf(chat.stopLine());
        assertEquals("one two three", lines.get(at - 1));
        assertTrue(Chat.STOPPED_LINE.matcher(lines.get(at)).matches(), lines.get(at));
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
        assertEquals("one two three ", stage.box().journal().lastText());

        Request next = chat.ask("and now?").request();
        assertEquals("and now?", next.lastUserText());
        assertTrue(next.lastAssistantText().startsWith("one two three"), next.body());
        assertTrue(next.body().contains("interrupted"), next.body());
    }

    @Test
    void while_waiting_for_headers_it_stops_and_retry_asks_the_same_again() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.ask("tell me");
        chat.stop();

        exchange.awaitGone();
        assertTrue(chat.stopLine().contains("· 0 tokens"), chat.stopLine());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
        chat.terminal().enter("/retry");
        assertEquals("tell me", stage.server().awaitRequest().request().lastUserText());
    }

    @Test
    void in_the_same_breath_as_enter_it_stops_as_well() {
        Chat chat = Chat.begin(stage);
        chat.terminal().press("tell me" + Keys.ENTER + Keys.CTRL_C);
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt();
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void before_the_first_token_it_stops_and_the_empty_answer_is_never_sent_back() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.ask("first words").begin().comment("still thinking");
        chat.stop();

        exchange.awaitGone();
        assertTrue(chat.stopLine().contains("· 0 tokens"), chat.stopLine());
        Request next = chat.ask("second words").request();
        assertTrue(next.lastUserText().contains("second words"), next.body());
        assertTrue(next.body().contains("first words"), next.body());
        assertFitForEveryProvider(next);
    }

    private static void assertFitForEveryProvider(Request request) {
        String role = "";
        for (var message : request.messages()) {
            assertFalse(message.path("content").asText().isBlank(), request.body());
            assertFalse(message.path("role").asText().equals(role), "neighbours of one role: " + request.body());
            role = message.path("role").asText();
        }
    }

    @Test
    void in_a_tls_handshake_that_hangs_it_stops() {
        TerminalSession terminal = stage.terminal(List.of(
                Image.launcher(),
                "--base-url",
                "https://127.0.0.1:" + stage.server().port() + "/v1",
                "-m",
                "test-model"));
        terminal.awaitPrompt();
        terminal.enter("tell me");
        stage.server().awaitConnection();
        new Chat(terminal, stage.server()).stop();
    }

    @Test
    void in_a_tcp_connect_that_hangs_it_stops() {
        try (DeafPort port = new DeafPort();
                FileWatch watch = new FileWatch(stage.box().sessions())) {
            TerminalSession terminal = stage.terminal(List.of(
                    Image.launcher(), "--base-url", "http://127.0.0.1:" + port.number() + "/v1", "-m", "test-model"));
            terminal.awaitPrompt();
            terminal.enter("tell me");
            watch.await(
                    () -> stage.box().journals().stream()
                            .anyMatch(journal -> !journal.userTexts().isEmpty()),
                    "the message to be on disk");
            new Chat(terminal, stage.server()).stop();
        }
    }

    @Test
    void while_waiting_to_retry_it_stops_the_waiting() {
        stage.server()
                .answerAll(exchange -> exchange.respond(
                        "503 Service Unavailable",
                        "application/json",
                        "{\"error\":{\"message\":\"busy\"}}",
                        "Retry-After: 30"));
        Chat chat = Chat.begin(stage);
        chat.terminal().enter("tell me");
        chat.terminal().awaitScreen(s -> s.text().matches("(?s).*\\b(30|29|28)\\b.*"), "a visible countdown from 30");
        chat.stop();

        assertEquals(1, stage.server().requests());
        assertEquals(List.of("interrupted"), stage.box().journal().outcomes());
    }

    @Test
    void while_reasoning_comes_it_is_kept_in_the_journal_and_never_sent_back() {
        try (FileWatch watch = new FileWatch(stage.box().sessions())) {
            Chat chat = Chat.begin(stage);
            Exchange exchange = chat.ask("tell me").begin().reasoning("pondering deeply ");
            watch.await(
                    () -> stage.box().journal().ofType("delta").stream()
                            .anyMatch(r -> r.path("reasoning").asText().contains("pondering")),
                    "reasoning in the journal");
            chat.stop();

            exchange.awaitGone();
            assertFalse(chat.ask("and now?").request().body().contains("pondering"));
        }
    }

    @Test
    void in_a_flood_it_stops_and_nothing_is_drawn_after_the_prompt() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.ask("count").begin();
        var flood = exchange.flooding();
        chat.terminal().awaitText("500");
        chat.stop();

        exchange.awaitGone();
        flood.join();
        chat.terminal().press("x");
        chat.terminal().awaitPrompt("x");
        assertEquals(1, chat.stops());
    }

    @Test
    void a_sigint_that_is_no_key_stops_an_answer_and_nothing_else() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one two ");
        Commands.signal("INT", chat.terminal().handle());
        exchange.awaitGone();
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt();
        chat.converse("again", "three ");
        assertEquals(List.of("interrupted", "complete"), stage.box().journal().outcomes());
    }

    @Test
    void a_terminal_that_takes_nothing_does_not_keep_it_from_stopping_and_shows_later_what_is_on_disk() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "begin ");
        chat.terminal().freeze();
        for (int i = 0; i < 5_000; i++) {
            exchange.token("word" + i + " ");
        }
        chat.terminal().press(Keys.CTRL_C);
        exchange.awaitGone();
        chat.terminal().thaw();
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt();

        String screen = chat.terminal().text();
        String shown = screen.substring(screen.indexOf("begin"), screen.indexOf(Chat.STOPPED));
        assertEquals(stage.box().journal().lastText().replaceAll("\\s", ""), shown.replaceAll("\\s", ""));
    }

    @Test
    void the_moment_the_answer_ends_it_is_complete_or_interrupted_and_never_both() {
        Chat chat = Chat.begin(stage);
        int rounds = 20;
        for (int i = 0; i < rounds; i++) {
            Exchange exchange = chat.answering("round " + i, "answer" + i + " ");
            exchange.done();
            chat.terminal().press(Keys.CTRL_C);
            chat.terminal().awaitPrompt();
        }
        chat.converse("last", "finished ");

        List<String> outcomes = stage.box().journal().outcomes();
        assertEquals(rounds + 1, outcomes.size(), outcomes.toString());
        assertEquals(
                chat.stops(),
                outcomes.stream().filter("interrupted"::equals).count(),
                chat.terminal().picture());
        assertFalse(outcomes.contains("failed"), outcomes.toString());
    }

    @Test
    void mashed_fifty_times_in_mid_stream_it_stops_once_and_the_next_message_works() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one two ");
        for (int i = 0; i < 50; i++) {
            chat.terminal().press(Keys.CTRL_C);
        }
        exchange.awaitGone();
        chat.terminal().awaitText(Chat.STOPPED);
        chat.terminal().awaitPrompt();
        chat.converse("again", "three four ");

        assertEquals(1, chat.stops(), chat.terminal().picture());
        assertEquals(List.of("interrupted", "complete"), stage.box().journal().outcomes());
    }

    @Test
    void continue_sends_the_partial_answer_and_a_plain_instruction() {
        Chat chat = Chat.begin(stage);
        chat.answering("tell me", "one two ");
        chat.stop();
        chat.terminal().enter("/continue");

        Request request = stage.server().awaitRequest().request();
        assertTrue(request.lastAssistantText().startsWith("one two"), request.body());
        assertFalse(request.lastUserText().isBlank(), request.body());
    }
}
