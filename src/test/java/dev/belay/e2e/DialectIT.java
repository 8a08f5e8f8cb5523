package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises, kept in every dialect. */
@Timeout(60)
class DialectIT {

    @AutoClose
    private final Stage stage = new Stage();

    private List<String> belay(Spoken spoken, String... arguments) {
        List<String> call = new ArrayList<>(List.of(
                Image.launcher(), "--base-url", stage.server().root(), "--dialect", spoken.word(), "-m", "test-model"));
        call.addAll(List.of(arguments));
        return call;
    }

    private TerminalSession chat(Spoken spoken, String... arguments) {
        TerminalSession terminal = stage.terminal(belay(spoken, arguments));
        terminal.awaitPrompt();
        return terminal;
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_is_asked_for_and_read_as_the_dialect_has_it(Spoken spoken) {
        stage.box().set(spoken.keyVariable(), "a-key-of-a-test");
        Run run = stage.run(belay(spoken, "-s", "be brief", "hello"));
        Exchange exchange = stage.server().awaitRequest();
        assertEquals(spoken.path(), exchange.request().path());
        assertTrue(exchange.request()
                .headers()
                .getOrDefault(spoken.keyHeader(), "")
                .endsWith("a-key-of-a-test"));
        assertTrue(
                exchange.request().body().contains("be brief"),
                exchange.request().body());
        spoken.open(exchange);
        spoken.token(exchange, "Good ");
        spoken.token(exchange, "day.");
        spoken.finish(exchange);
        exchange.endBody();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("Good day.", run.out());
        assertEquals("", run.err());
        assertEquals(
                7,
                stage.box()
                        .journal()
                        .ofType("end")
                        .get(0)
                        .path("usage")
                        .path("input_tokens")
                        .asInt());
        assertEquals(
                2,
                stage.box()
                        .journal()
                        .ofType("end")
                        .get(0)
                        .path("usage")
                        .path("output_tokens")
                        .asInt());
    }

    @ParameterizedTest
    @EnumSource
    void ctrl_c_closes_the_connection_and_the_next_request_carries_what_was_read(Spoken spoken) {
        TerminalSession terminal = chat(spoken);
        terminal.enter("count");
        Exchange exchange = stage.server().awaitRequest();
        spoken.open(exchange);
        spoken.token(exchange, "one two ");
        terminal.awaitText("one two");
        terminal.press(Keys.CTRL_C);
        exchange.awaitGone();
        terminal.awaitText(Chat.STOPPED);
        terminal.awaitPrompt();
        terminal.enter("and then?");
        List<String> said = spoken.said(stage.server().awaitRequest().request());
        assertEquals(3, said.size(), said.toString());
        assertEquals("user: count", said.get(0));
        assertTrue(said.get(1).startsWith(spoken.assistant() + ": one two\n\n["), said.get(1));
        assertEquals("user: and then?", said.get(2));
    }

    @ParameterizedTest
    @EnumSource
    void a_stop_before_the_first_word_leaves_one_message_of_the_user(Spoken spoken) {
        TerminalSession terminal = chat(spoken);
        terminal.enter("first");
        Exchange exchange = stage.server().awaitRequest();
        spoken.open(exchange);
        terminal.press(Keys.CTRL_C);
        exchange.awaitGone();
        terminal.awaitText(Chat.STOPPED);
        terminal.awaitPrompt();
        terminal.enter("second");
        assertEquals(
                List.of("user: first\n\nsecond"),
                spoken.said(stage.server().awaitRequest().request()));
    }

    @ParameterizedTest
    @EnumSource
    void an_error_inside_the_stream_is_told_and_what_came_is_kept(Spoken spoken) {
        Run run = stage.run(belay(spoken, "hello"));
        Exchange exchange = stage.server().awaitRequest();
        spoken.open(exchange);
        spoken.token(exchange, "half");
        spoken.fail(exchange, "the engine is on fire");
        exchange.endBody();
        assertEquals(1, run.exit(), run.toString());
        assertEquals("half", run.out().strip());
        assertTrue(run.err().contains("the engine is on fire"), run.toString());
        Sentences.assertClear(run.err());
        assertEquals("half", stage.box().journal().lastText());
        assertEquals(List.of("failed"), stage.box().journal().outcomes());
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_that_breaks_off_is_no_answer(Spoken spoken) {
        Run run = stage.run(belay(spoken, "hello"));
        Exchange exchange = stage.server().awaitRequest();
        spoken.open(exchange);
        spoken.token(exchange, "half");
        exchange.endBody();
        assertEquals(1, run.exit(), run.toString());
        assertEquals("half", run.out().strip());
        assertEquals(List.of("failed"), stage.box().journal().outcomes());
    }

    @ParameterizedTest
    @EnumSource
    void a_session_goes_on_in_its_own_dialect(Spoken spoken) {
        Run first = stage.run(belay(spoken, "hello"));
        Exchange exchange = stage.server().awaitRequest();
        spoken.open(exchange);
        spoken.token(exchange, "hi");
        spoken.finish(exchange);
        exchange.endBody();
        assertEquals(0, first.exit(), first.toString());
        Run second = stage.run(List.of(Image.launcher(), "-c", "again"));
        Exchange next = stage.server().awaitRequest();
        assertEquals(spoken.path(), next.request().path());
        assertEquals(List.of("user: hello", spoken.assistant() + ": hi", "user: again"), spoken.said(next.request()));
        spoken.open(next);
        spoken.token(next, "hi");
        spoken.finish(next);
        next.endBody();
        assertEquals(0, second.exit(), second.toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_key_is_told_without_being_shown(Spoken spoken) {
        stage.box().set(spoken.keyVariable(), "marked-key-0123456789");
        stage.server()
                .answerAll(exchange -> exchange.respond(
                        "401 Unauthorized",
                        "application/json",
                        "{\"error\":{\"message\":\"bad key marked-key-0123456789\"}}"));
        Run run = stage.run(belay(spoken, "--debug", "hello"));
        assertEquals(1, run.exit(), run.toString());
        assertTrue(run.err().contains(spoken.keyVariable()), run.toString());
        assertFalse(run.err().contains("marked-key"), run.toString());
    }
}
