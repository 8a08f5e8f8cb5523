package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is piped in: more than a model can be sent, and bytes of every kind. */
@Timeout(60)
class PipedInputIT {
    private static final String SEQUENCE = "i=1; while [ $i -le 200000 ]; do echo line number $i; i=$((i+1)); done";

    @AutoClose
    private final Stage stage = new Stage();

    PipedInputIT() {
        stage.box()
                .set("OPENAI_API_KEY", "a-key-of-a-test")
                .set("OPENAI_BASE_URL", stage.server().baseUrl());
        stage.server().answerAll(exchange -> exchange.begin().token("ok").done());
    }

    private static List<String> shell(String script) {
        return List.of("/usr/bin/env", "sh", "-c", script, "script", Image.launcher(), "-m", "openai/gpt-4o");
    }

    private String sent(Run run) {
        Exchange exchange = stage.server().awaitRequest();
        assertEquals(0, run.exit(), run.toString());
        return exchange.request().lastUserText();
    }

    @Test
    void more_than_the_model_holds_is_refused_without_reading_it_all() {
        Run run = stage.run(shell("{ " + SEQUENCE + "; echo all was read >&2; } | \"$@\" explain"));
        stage.assertRefused(run, "openai/gpt-4o", "128000 tokens", "670 KB", "at least", "--truncate");
        assertFalse(run.err().contains("all was read"), run.err());
    }

    @Test
    void of_a_file_on_stdin_all_of_its_size_is_told() {
        Run run = stage.run(shell("head -c 100000000 /dev/zero | tr '\\0' '\\n' > big; \"$@\" explain < big"));
        stage.assertRefused(run, "at least 100 MB", "128000 tokens");
    }

    @Test
    void a_hundred_megabytes_are_too_much_for_any_model() {
        byte[] much = "0123456789abcde\n".repeat(100_000_000 / 16).getBytes(StandardCharsets.US_ASCII);
        stage.assertRefused(stage.piped(much, "explain"), "test-model", "20 MB", "--truncate");
    }

    @Test
    void truncated_to_its_head_the_text_ends_with_the_mark() {
        Run run = stage.run(shell("{ " + SEQUENCE + "; } | \"$@\" --truncate head explain"));
        String text = sent(run);
        assertTrue(text.startsWith("explain\n\nline number 1\nline number 2\n"), text.substring(0, 60));
        assertTrue(
                text.matches("(?s).*\nline number \\d+\n\\[… 3\\.\\d MB left out …]"),
                text.substring(text.length() - 60));
        assertTrue(run.err().matches("(?s).*--truncate head: 3\\.\\d MB .*left out.*"), run.err());
    }

    @Test
    void truncated_to_its_tail_the_text_begins_with_the_mark() {
        String text = sent(stage.run(shell("{ " + SEQUENCE + "; } | \"$@\" --truncate tail explain")));
        assertTrue(
                text.matches("(?s)explain\n\n\\[… 3\\.\\d MB left out …]\nline number \\d+\n.*"),
                text.substring(0, 60));
        assertTrue(text.endsWith("line number 199999\nline number 200000"), text.substring(text.length() - 60));
        assertTrue(text.length() > 150_000 && text.length() < 256_000, "length " + text.length());
    }

    @Test
    void truncated_in_its_middle_the_text_has_both_ends() {
        String text = sent(stage.run(shell("{ " + SEQUENCE + "; } | \"$@\" --truncate=middle explain")));
        assertTrue(text.startsWith("explain\n\nline number 1\n"), text.substring(0, 60));
        assertTrue(
                text.matches("(?s).*\nline number \\d+\n\\[… 3\\.\\d MB left out …]\nline number \\d+\n.*"), "no mark");
        assertTrue(text.endsWith("\nline number 200000"), text.substring(text.length() - 60));
    }

    @Test
    void what_fits_is_not_truncated() {
        assertEquals("explain\n\nall of it", sent(stage.piped("all of it\n", "--truncate", "tail", "explain")));
        String long1 = "0123456789\n".repeat(10_000);
        assertEquals(("explain\n\n" + long1).strip(), sent(stage.piped(long1, "--truncate", "tail", "explain")));
    }

    @Test
    void the_conversation_counts_as_well() {
        stage.run(shell("{ " + SEQUENCE + "; } | head -c 600000 | \"$@\" keep this"))
                .exit();
        stage.server().awaitRequest();
        Run run = stage.run(shell("{ " + SEQUENCE + "; } | head -c 200000 | \"$@\" -c and this"));
        assertEquals(2, run.exit(), run.toString());
        assertTrue(run.err().contains("beside 600 KB of files and conversation"), run.err());
    }

    @Test
    void a_text_file_that_the_model_cannot_hold_is_refused_by_the_models_limit() {
        stage.assertRefused(
                stage.run(shell("{ " + SEQUENCE + "; } > f.txt; \"$@\" -f f.txt explain < /dev/null")),
                "text of the files",
                "128000 tokens");
    }

    @Test
    void an_attachment_is_not_truncated_and_there_are_three_ways_to_do_it() {
        stage.assertRefused(stage.piped("text", "--truncate", "head", "-f", "-", "hi"), "-f - attaches all of it");
        stage.assertRefused(stage.piped("text", "--truncate", "front", "hi"), "head, tail, middle");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
                "%PDF-1.7 and so on",
                "a\0b\0",
                "\u00ff",
                "\u00ff\u00c3\u00ff\n"
            })
    void what_is_no_text_is_refused_and_attaching_it_proposed(String latin) {
        stage.assertRefused(
                stage.piped(latin.getBytes(StandardCharsets.ISO_8859_1), "what is this"), "no text", "-f -");
    }

    @Test
    void a_picture_that_is_piped_in_can_be_attached() {
        byte[] picture = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1);
        Run run = stage.piped(picture, "-f", "-", "what is this");
        assertTrue(stage.server().awaitRequest().request().body().contains("data:image/png;base64,iVBOR"));
        assertEquals(0, run.exit(), run.toString());
    }

    @Test
    void utf16_with_a_mark_is_read() {
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            byte[] text = "\uFEFFgrüße 😀\r\n".getBytes(java.nio.charset.Charset.forName(charset));
            assertEquals("grüße 😀", sent(stage.piped(text)));
        }
    }

    @Test
    void broken_characters_are_replaced_and_that_is_said() {
        Run run = stage.piped(new byte[] {'a', (byte) 0xFF, 'b', (byte) 0xE6});
        assertEquals("a\uFFFDb\uFFFD", sent(run));
        assertTrue(run.err().contains("not all UTF-8"), run.err());
    }

    @Test
    void line_ends_and_a_byte_order_mark() {
        assertEquals("a\r\nb", sent(stage.piped("\uFEFFa\r\nb\r\n")));
        assertEquals("no line break", sent(stage.piped("no line break")));
    }

    @Test
    void a_session_that_is_being_written_by_the_program_before_in_the_pipe_can_be_gone_on_with() {
        stage.server()
                .answerAll(exchange ->
                        exchange.begin().token("long answer ".repeat(5000)).done());
        Run run = stage.run(List.of(
                "/usr/bin/env",
                "sh",
                "-c",
                "\"$@\" hello | \"$@\" -c more",
                "script",
                Image.launcher(),
                "-m",
                "openai/gpt-4o"));
        assertEquals(0, run.exit(), run.toString());
        assertEquals(List.of("complete", "complete"), stage.box().journal().outcomes());
    }
}
