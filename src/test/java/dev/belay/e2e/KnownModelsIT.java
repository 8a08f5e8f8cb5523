package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the table of models knows is heeded by the program: a prefill, files, wishes that would be refused. */
@Timeout(60)
class KnownModelsIT {

    private static final Spoken ANTHROPIC = Spoken.ANTHROPIC;

    @AutoClose
    private final Stage stage = new Stage();

    /** A chat that was stopped after “one two ”, and was told to go on. */
    private Exchange goneOn(String model) {
        stage.box().set("ANTHROPIC_BASE_URL", stage.server().root()).set("ANTHROPIC_API_KEY", "a-key-of-a-test");
        TerminalSession terminal = stage.terminal(List.of(Image.launcher(), "-m", "anthropic/" + model));
        terminal.awaitPrompt();
        terminal.enter("count");
        Exchange exchange = stage.server().awaitRequest();
        ANTHROPIC.open(exchange);
        ANTHROPIC.token(exchange, "one two ");
        terminal.awaitText("one two");
        terminal.press(Keys.CTRL_C);
        terminal.awaitText(Chat.STOPPED);
        terminal.awaitPrompt();
        terminal.enter("/continue");
        Exchange next = stage.server().awaitRequest();
        ANTHROPIC.open(next);
        ANTHROPIC.token(next, " three");
        ANTHROPIC.finish(next);
        next.endBody();
        terminal.awaitText("three");
        terminal.awaitPrompt();
        terminal.enter("and now?");
        return next;
    }

    @Test
    void a_model_that_takes_a_prefill_goes_on_in_its_own_message() {
        List<String> asked = ANTHROPIC.said(goneOn("claude-haiku-4-5").request());
        assertEquals(List.of("user: count", "assistant: one two"), asked);
        assertEquals(
                List.of("user: count", "assistant: one two three", "user: and now?"),
                ANTHROPIC.said(stage.server().awaitRequest().request()));
    }

    @Test
    void any_other_model_is_asked_to_go_on() {
        List<String> asked = ANTHROPIC.said(goneOn("claude-sonnet-5").request());
        assertEquals(3, asked.size(), asked.toString());
        assertTrue(asked.get(1).startsWith("assistant: one two\n\n["), asked.get(1));
        assertTrue(asked.get(2).startsWith("user: Continue"), asked.get(2));
    }

    @Test
    void a_picture_for_a_model_that_takes_none_is_not_sent() throws IOException {
        Path picture = stage.box().work().resolve("dot.gif");
        Files.write(picture, "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1));
        stage.box()
                .set("DEEPSEEK_API_KEY", "a-key-of-a-test")
                .set("HTTPS_PROXY", stage.server().root());
        Run run =
                stage.run(List.of(Image.launcher(), "-m", "deepseek/deepseek-chat", "-f", "dot.gif", "what is this?"));
        assertEquals(2, run.exit(), run.toString());
        assertTrue(run.err().contains("takes no pictures"), run.toString());
        Sentences.assertClear(run.err());
        assertEquals(0, stage.server().connections());
    }

    @Test
    void a_wish_for_all_models_is_kept_from_one_that_refuses_it_and_an_option_is_not() throws IOException {
        Path config = stage.box().work().resolve("config.toml");
        Files.writeString(config, "temperature = 0.5\n");
        stage.box().set("BELAY_CONFIG", config.toString()).set("OPENAI_API_KEY", "a-key-of-a-test");
        stage.box().set("OPENAI_BASE_URL", stage.server().baseUrl());
        stage.server().answerAll(exchange -> exchange.begin().token("yes").done());
        for (String model : List.of("openai/gpt-5.4-mini", "openai/gpt-4o", "openai/unheard-of")) {
            assertEquals(
                    0,
                    stage.run(List.of(Image.launcher(), "-m", model, "hello")).exit());
        }
        assertEquals(
                0,
                stage.run(List.of(Image.launcher(), "-m", "openai/gpt-5.4-mini", "-t", "0.1", "hello"))
                        .exit());
        assertFalse(stage.server().awaitRequest().request().json().has("temperature"));
        assertEquals(
                0.5,
                stage.server()
                        .awaitRequest()
                        .request()
                        .json()
                        .path("temperature")
                        .asDouble());
        assertEquals(
                0.5,
                stage.server()
                        .awaitRequest()
                        .request()
                        .json()
                        .path("temperature")
                        .asDouble());
        assertEquals(
                0.1,
                stage.server()
                        .awaitRequest()
                        .request()
                        .json()
                        .path("temperature")
                        .asDouble());
    }
}
