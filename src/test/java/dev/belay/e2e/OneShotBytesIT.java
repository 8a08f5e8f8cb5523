package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in and what comes out of a one-shot, byte by byte. */
@Timeout(60)
class OneShotBytesIT {
    @AutoClose
    private final Stage stage = new Stage();

    /** The message that a command line sends; the answer to it is one word. */
    private String sent(Run run) {
        Exchange exchange = stage.server().awaitRequest();
        exchange.begin().token("ok").done();
        assertEquals(0, run.exit(), run.toString());
        return exchange.request().lastUserText();
    }

    @Test
    void stdout_is_exactly_the_models_bytes_when_it_is_no_terminal() {
        String answer = "# Title\n\n\033[31mred\033[0m \u0007 *grüße* 漢字 \uD83D\uDE00\u202E\u009B\ttab\r\nend";
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest().begin();
        answer.codePoints().forEach(c -> exchange.token(Character.toString(c)));
        exchange.done();
        assertEquals(0, run.exit());
        assertArrayEquals(answer.getBytes(StandardCharsets.UTF_8), run.outBytes(), run.toString());
    }

    @Test
    void a_character_that_is_cut_in_two_comes_out_whole() {
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest().begin();
        for (String half : List.of("a\\ud83d", "\\ude00b", "\\ud83d\\ude00", "\\ud83d", "\\ude00")) {
            exchange.data(
                    "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + half + "\"},\"finish_reason\":null}]}");
        }
        exchange.done();
        assertEquals(0, run.exit());
        assertArrayEquals("a😀b😀😀".getBytes(StandardCharsets.UTF_8), run.outBytes(), run.toString());
    }

    @Test
    void words_that_are_no_utf8_are_mended_and_that_is_said() {
        stage.box().set("LC_ALL", "C");
        List<String> command = new ArrayList<>(List.of("bash", "-c", "exec \"$@\" $'gr\\xfc\\xc3\\x9f'", "script"));
        command.addAll(stage.belay());
        Run run = stage.run(command);
        assertEquals("gr\uFFFDß", sent(run));
        assertTrue(run.err().contains("the words are not all UTF-8"), run.err());
    }

    @Test
    void status_goes_to_stderr_without_a_single_escape() {
        Run run = stage.oneShot("hello");
        stage.server()
                .awaitRequest()
                .begin()
                .reasoning("let me see")
                .token("ok")
                .done();
        assertEquals(0, run.exit());
        assertEquals("ok", run.out());
        assertFalse(run.err().contains("\033"), run.err());
    }

    @ParameterizedTest(name = "NO_COLOR={0}")
    @ValueSource(strings = {"1", "true"})
    void with_no_color_not_even_a_terminal_gets_an_escape(String value) {
        stage.box().set("NO_COLOR", value);
        TerminalSession terminal = stage.terminal(stage.belay("hello"));
        stage.server().awaitRequest().begin().token("one ").endBody();
        assertEquals(1, terminal.waitFor());
        assertFalse(terminal.raw().contains("\033"), terminal.raw());
    }

    @Test
    void color_always_colours_and_color_never_does_not() {
        stage.server()
                .answerAll(exchange ->
                        exchange.respond("401 Unauthorized", "application/json", "{\"error\":{\"message\":\"no\"}}"));
        Run always = stage.oneShot("--color", "always", "hello");
        assertEquals(1, always.exit());
        assertTrue(always.err().contains("\033["), always.err());
        TerminalSession never = stage.terminal(stage.belay("--color", "never", "hello"));
        assertEquals(1, never.waitFor());
        assertFalse(never.raw().contains("\033"), never.raw());
    }

    @Test
    void quiet_says_nothing_on_stderr() {
        Run run = stage.oneShot("-q", "hello");
        stage.server().awaitRequest().begin().token("ok").done();
        assertEquals(0, run.exit());
        assertEquals("", run.err());
    }

    @Test
    void each_piece_is_on_stdout_before_the_next_one_is_sent() {
        Run run = stage.oneShot("hello");
        Exchange exchange = stage.server().awaitRequest().begin();
        for (int i = 0; i < 20; i++) {
            exchange.token("piece" + i);
            run.awaitOut("piece" + i);
        }
        exchange.done();
        assertEquals(0, run.exit());
    }

    @Test
    void words_are_joined_by_spaces() {
        assertEquals("tell me about models", sent(stage.oneShot("tell", "me", "about", "models")));
    }

    @Test
    void after_two_dashes_a_subcommands_name_is_a_word() {
        assertEquals("models", sent(stage.oneShot("--", "models")));
    }

    @Test
    void after_two_dashes_an_option_is_a_word() {
        assertEquals("what does --help do", sent(stage.oneShot("--", "what does", "--help", "do")));
    }

    @Test
    void a_prompt_that_begins_with_an_at_sign_is_no_argument_file() {
        assertEquals("@work hello", sent(stage.oneShot("@work", "hello")));
    }

    @Test
    void quotes_and_backslashes_and_dollars_arrive_as_they_are() {
        String text = "\"quoted\" 'single' \\ $HOME ${x} `y` *";
        assertEquals(text, sent(stage.oneShot(text)));
    }

    @Test
    void without_words_stdin_is_the_prompt() {
        assertEquals("from the pipe", sent(stage.piped("from the pipe")).stripTrailing());
    }

    @Test
    void stdin_follows_the_words_after_a_blank_line() {
        assertEquals("explain\n\nline 1\nline 2", sent(stage.piped("line 1\nline 2", "explain")));
    }

    @Test
    void an_empty_stdin_adds_nothing_to_the_words() {
        assertEquals("hello", sent(stage.piped("", "hello")));
    }

    @Test
    void a_system_text_is_the_first_message() {
        Run run = stage.oneShot("-s", "be brief", "hello");
        Exchange exchange = stage.server().awaitRequest();
        assertEquals(
                "be brief",
                exchange.request().messages().path(0).path("content").asText());
        assertEquals("hello", exchange.request().lastUserText());
        assertEquals("test-model", exchange.request().json().path("model").asText());
        assertEquals("/v1/chat/completions", exchange.request().path());
        exchange.begin().token("ok").done();
        assertEquals(0, run.exit());
    }

    @Test
    void ten_megabytes_on_stdin_arrive_whole() {
        String prompt = "0123456789".repeat(1024 * 1024);
        assertEquals(prompt.length(), sent(stage.piped(prompt)).length());
    }

    @Test
    void invalid_utf8_on_stdin_is_replaced_or_refused_in_a_sentence() {
        byte[] bytes = {'a', (byte) 0xFF, (byte) 0xC3, 'b', (byte) 0xE6};
        stage.server().answerAll(exchange -> exchange.begin().token("ok").done());
        Run run = stage.piped(bytes);
        int status = run.exit();
        assertTrue(status == 0 || status == 2, run.toString());
        Sentences.assertClear(run.err(), status == 0);
    }

    @Test
    void nul_bytes_on_stdin_are_sent_or_refused_in_a_sentence() {
        stage.server().answerAll(exchange -> exchange.begin().token("ok").done());
        Run run = stage.piped("a\0b\0");
        int status = run.exit();
        assertTrue(status == 0 || status == 2, run.toString());
        Sentences.assertClear(run.err(), status == 0);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "  \n\t\n"})
    void an_empty_prompt_is_wrong_usage_and_asks_nobody(String nothing) {
        Run run = stage.piped(nothing);
        assertEquals(2, run.exit(), run.toString());
        Sentences.assertClear(run.err());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void with_i_and_a_pipe_the_keyboard_is_the_terminal() {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "printf 'the context' | \"$@\"", "script"));
        command.addAll(stage.belay("-i", "explain"));
        TerminalSession terminal = stage.terminal(command);
        Chat chat = new Chat(terminal, stage.server());
        Exchange exchange = stage.server().awaitRequest();
        assertEquals("explain\n\nthe context", exchange.request().lastUserText());
        exchange.begin().token("fine ").done();
        terminal.awaitText("fine");
        terminal.awaitPrompt();
        chat.answering("more", "one two ");
        chat.stop();
        chat.converse("again", "three ");
    }
}
