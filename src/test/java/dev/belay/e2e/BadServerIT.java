package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that refuse, lie, break off or are not there: a clear sentence, the right exit code, nothing lost. */
@Timeout(60)
class BadServerIT {
    private static final String KEY = "sk-belay-test-key-0123456789";
    private static final String PAGE =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Please log in</h1></body></html>";

    @AutoClose
    private final Stage stage = new Stage();

    private void assertFailed(Run run) {
        assertEquals(1, run.exit(), run.toString());
        Sentences.assertClear(run.err());
        assertFalse(run.err().contains(KEY), "the key was printed");
        assertEquals(List.of("hello"), stage.box().journal().userTexts());
        assertEquals(List.of("failed"), stage.box().journal().outcomes());
    }

    @ParameterizedTest(name = "{0} as JSON")
    @CsvSource({
        "401 Unauthorized, invalid_api_key, Incorrect API key provided",
        "404 Not Found, model_not_found, The model does not exist",
        "429 Too Many Requests, insufficient_quota, You exceeded your quota",
        "500 Internal Server Error, server_error, The server had an error",
    })
    void an_error_in_json_is_told_in_the_servers_words(String status, String code, String message) {
        String body = "{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + code + "\",\"param\":null,\"code\":\""
                + code + "\"}}";
        stage.server().answerAll(exchange -> exchange.respond(status, "application/json", body, "Retry-After: 0"));
        Run run = stage.oneShot("hello");
        assertFailed(run);
        assertTrue(run.err().contains(message), run.toString());
        assertEquals("", run.out());
    }

    @ParameterizedTest(name = "{0} as a page of HTML")
    @ValueSource(strings = {"401 Unauthorized", "404 Not Found", "429 Too Many Requests", "500 Internal Server Error"})
    void an_error_as_a_page_of_html_is_told_by_its_number(String status) {
        stage.server().answerAll(exchange -> exchange.respond(status, "text/html", PAGE, "Retry-After: 0"));
        Run run = stage.oneShot("hello");
        assertFailed(run);
        assertTrue(run.err().contains(status.substring(0, 3)), run.toString());
    }

    @ParameterizedTest(name = "{0} and nothing more")
    @ValueSource(strings = {"401 Unauthorized", "404 Not Found", "429 Too Many Requests", "500 Internal Server Error"})
    void an_error_without_a_body_is_told_by_its_number(String status) {
        stage.server().answerAll(exchange -> exchange.respond(status, "application/json", "", "Retry-After: 0"));
        Run run = stage.oneShot("hello");
        assertFailed(run);
        assertTrue(run.err().contains(status.substring(0, 3)), run.toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"401 Unauthorized", "404 Not Found"})
    void what_cannot_get_better_is_not_asked_twice(String status) {
        stage.server().answerAll(exchange -> exchange.respond(status, "application/json", "{}"));
        stage.oneShot("hello").exit();
        assertEquals(1, stage.server().requests());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "408 Request Timeout",
                "409 Conflict",
                "429 Too Many Requests",
                "500 Internal Server Error",
                "503 Service Unavailable"
            })
    void what_may_get_better_is_asked_three_times_and_never_twice_behind_our_back(String status) {
        stage.server().answerAll(exchange -> exchange.respond(status, "application/json", "{}", "Retry-After: 0"));
        assertFailed(stage.oneShot("hello"));
        assertEquals(3, stage.server().requests());
    }

    @Test
    void an_answer_in_which_nothing_came_is_not_said_to_be_kept() {
        stage.server().answerAll(exchange -> exchange.respond("200 OK", "text/event-stream", ""));
        Run run = stage.oneShot("hello");
        assertFailed(run);
        assertTrue(run.err().contains("the answer broke off before anything came"), run.toString());
        assertFalse(run.err().contains("kept"), run.toString());
    }

    @Test
    void a_server_that_recovers_gives_the_answer_once() {
        stage.server().answerAll(exchange -> {
            if (stage.server().requests() == 1) {
                exchange.respond("503 Busy", "application/json", "{}", "Retry-After: 0");
            } else {
                exchange.begin().token("here ").token("I am").done();
            }
        });
        Run run = stage.oneShot("hello");
        assertEquals(0, run.exit(), run.toString());
        assertEquals("here I am", run.out());
        assertEquals(2, stage.server().requests());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "301 Moved Permanently",
                "302 Found",
                "303 See Other",
                "307 Temporary Redirect",
                "308 Permanent Redirect"
            })
    void a_redirect_to_another_host_is_not_followed(String status) {
        try (StreamServer other = StreamServer.start()) {
            stage.box().set("OPENAI_API_KEY", KEY);
            String target = "Location: http://localhost:" + other.port() + "/v1/chat/completions";
            stage.server().answerAll(exchange -> exchange.respond(status, "text/plain", "", target));
            assertFailed(stage.oneShot("hello"));
            assertEquals(0, other.connections());
        }
    }

    @Test
    void a_login_page_with_status_200_is_not_taken_for_an_answer() {
        stage.server().answerAll(exchange -> exchange.respond("200 OK", "text/html", PAGE));
        Run run = stage.oneShot("hello");
        assertFailed(run);
        assertEquals("", run.out());
    }

    @Test
    void one_json_object_instead_of_a_stream_is_an_answer() {
        String body =
                "{\"id\":\"c\",\"object\":\"chat.completion\",\"model\":\"test-model\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"all at once\"},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":3,\"total_tokens\":4}}";
        stage.server().answerAll(exchange -> exchange.respond("200 OK", "application/json", body));
        Run run = stage.oneShot("hello");
        assertEquals(0, run.exit(), run.toString());
        assertEquals("all at once", run.out());
        assertEquals(List.of("complete"), stage.box().journal().outcomes());
    }

    @Test
    void a_stream_without_its_end_marker_is_a_failure_with_the_text_kept() {
        Run run = stage.oneShot("hello");
        stage.server().awaitRequest().begin().token("one ").token("two").endBody();
        assertFailed(run);
        assertEquals("one two", run.out());
        assertEquals("one two", stage.box().journal().lastText());
    }

    @Test
    void a_connection_that_breaks_in_mid_stream_is_a_failure_and_is_not_asked_again() {
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest().begin().token("one ").token("two");
        run.awaitOut("two");
        exchange.reset();
        assertFailed(run);
        assertEquals("one two", stage.box().journal().lastText());
        assertEquals(1, stage.server().requests());
    }

    @Test
    void an_error_inside_the_stream_is_told_and_the_text_kept() {
        Run run = stage.oneShot("hello");
        stage.server()
                .awaitRequest()
                .begin()
                .token("one")
                .data("{\"error\":{\"message\":\"Overloaded right now\",\"type\":\"server_error\"}}")
                .endBody();
        assertFailed(run);
        assertTrue(run.err().contains("Overloaded right now"), run.toString());
        assertEquals("one", stage.box().journal().lastText());
    }

    @Test
    void a_line_of_twenty_mebibytes_is_a_failure_and_not_an_endless_wait() {
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest().begin().token("one ");
        Thread writer = new Thread(() -> writeLongLine(exchange), "long line");
        writer.setDaemon(true);
        writer.start();
        assertFailed(run);
        assertEquals("one ", stage.box().journal().lastText());
    }

    private static void writeLongLine(Exchange exchange) {
        try {
            exchange.token("x".repeat(20 * 1024 * 1024)).done();
        } catch (UncheckedIOException e) {
            // the client has seen enough
        }
    }

    @Test
    void an_empty_stream_is_a_failure() {
        Run run = stage.oneShot("hello");
        stage.server()
                .awaitRequest()
                .write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
                .endBody();
        assertFailed(run);
    }

    @Test
    void something_that_is_no_http_is_a_failure() {
        stage.server().answerAll(exchange -> exchange.write("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
        assertFailed(stage.oneShot("hello"));
    }

    @Test
    void a_port_where_nobody_listens_is_a_failure() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertFailed(stage.run(List.of(
                Image.launcher(), "--base-url", "http://127.0.0.1:" + port + "/v1", "-m", "test-model", "hello")));
    }

    @Test
    void a_host_that_does_not_exist_is_a_failure_that_names_it() {
        Run run = stage.run(
                List.of(Image.launcher(), "--base-url", "http://no-such-host.invalid/v1", "-m", "test-model", "hello"));
        assertFailed(run);
        assertTrue(run.err().contains("no-such-host.invalid"), run.toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"nonsense", "ftp://127.0.0.1/v1", "http://", "http://exa mple/v1", "http://127.0.0.1:99999/v1"})
    void a_url_that_is_none_is_wrong_usage(String url) {
        Run run = stage.run(List.of(Image.launcher(), "--base-url", url, "-m", "test-model", "hello"));
        assertEquals(2, run.exit(), run.toString());
        Sentences.assertClear(run.err());
    }

    @Test
    void in_the_repl_a_failure_leaves_the_prompt_and_the_message_can_be_sent_again() {
        Chat chat = Chat.begin(stage);
        chat.ask("tell me")
                .respond(
                        "401 Unauthorized",
                        "application/json",
                        "{\"error\":{\"message\":\"Incorrect API key provided\"}}");
        chat.terminal().awaitText("Incorrect API key provided");
        chat.terminal().awaitPrompt();
        chat.terminal().enter("/retry");
        assertEquals("tell me", stage.server().awaitRequest().request().lastUserText());
    }
}
