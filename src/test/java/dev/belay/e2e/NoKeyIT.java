package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that goes wrong in every way there is, with everything said that can be said: it is nowhere to be found. */
@Timeout(60)
class NoKeyIT {
    private static final String MARK = "Marked0Key1Of2A3Test";
    private static final String KEY = "sk-" + MARK + "/+=";

    @AutoClose
    private final Stage stage = new Stage();

    /** A way for a server to answer badly and to repeat the key while at it. */
    enum Trouble implements BiConsumer<Spoken, Exchange> {
        REFUSED((spoken, exchange) -> exchange.respond(
                "401 Unauthorized",
                "application/json",
                "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY + "\"}}")),
        ESCAPED((spoken, exchange) -> exchange.respond(
                "400 Bad Request",
                "application/json",
                "{\"detail\":\"no such key: " + KEY.replace("/", "\\/") + "\"}")),
        IN_AN_ADDRESS((spoken, exchange) -> exchange.respond(
                "403 Forbidden",
                "text/plain",
                "https://example.com/v1?key=" + KEY + "&x=1 and Authorization: Bearer " + KEY)),
        A_PAGE((spoken, exchange) ->
                exchange.respond("502 Bad Gateway", "text/html", "<html><title>bad " + KEY + "</title></html>")),
        A_PAGE_AS_SUCCESS((spoken, exchange) ->
                exchange.respond("200 OK", "text/html", "<html><title>log in " + KEY + "</title></html>")),
        A_REDIRECT((spoken, exchange) -> exchange.respond(
                "307 Temporary Redirect",
                "text/plain",
                "",
                "Location: https://" + MARK + "@elsewhere.example/" + KEY + "?key=" + KEY)),
        IN_THE_STREAM((spoken, exchange) -> {
            spoken.open(exchange);
            spoken.fail(exchange, "key " + KEY + " ran dry");
            exchange.endBody();
        }),
        NO_JSON((spoken, exchange) ->
                exchange.respond("500 Internal Server Error", "application/json", "{\"error\": \"" + KEY)),
        HALF_A_FRAME((spoken, exchange) -> {
            spoken.open(exchange);
            spoken.frame(exchange, "{\"error\": " + KEY);
            exchange.endBody();
        }),
        RESET((spoken, exchange) -> exchange.reset()),
        NO_HTTP((spoken, exchange) -> exchange.write(KEY + " is no status line\r\n\r\n"));

        private final BiConsumer<Spoken, Exchange> answer;

        Trouble(BiConsumer<Spoken, Exchange> answer) {
            this.answer = answer;
        }

        @Override
        public void accept(Spoken spoken, Exchange exchange) {
            answer.accept(spoken, exchange);
            exchange.close();
        }
    }

    static Stream<Arguments> troubles() {
        return Stream.of(Trouble.values())
                .flatMap(trouble -> Stream.of(Spoken.values()).map(spoken -> Arguments.of(trouble, spoken)));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatever_the_server_repeats_the_key_is_not_shown(Trouble trouble, Spoken spoken) {
        stage.box().set(spoken.keyVariable(), KEY);
        stage.server().answerAll(exchange -> trouble.accept(spoken, exchange));
        Run run = stage.run(List.of(
                Image.launcher(),
                "--base-url",
                stage.server().root(),
                "--dialect",
                spoken.word(),
                "-m",
                "test-model",
                "--debug",
                "hello"));
        assertEquals(1, run.exit(), run.toString());
        assertTrue(stage.server()
                .awaitRequest()
                .request()
                .headers()
                .get(spoken.keyHeader())
                .endsWith(KEY));
        assertHidden(run);
    }

    @ParameterizedTest
    @EnumSource
    void a_list_of_models_that_is_refused_does_not_show_it(Spoken spoken) {
        stage.box().set(spoken.keyVariable(), KEY);
        stage.server()
                .answerAll(exchange ->
                        exchange.respond("401 Unauthorized", "application/json", "{\"error\":\"bad " + KEY + "\"}"));
        Run run = stage.run(List.of(
                Image.launcher(),
                "models",
                "--base-url",
                stage.server().root(),
                "--dialect",
                spoken.word(),
                "--debug"));
        assertEquals(1, run.exit(), run.toString());
        assertHidden(run);
    }

    @Test
    void a_key_that_cannot_be_one_is_not_shown() {
        stage.box().set("OPENAI_API_KEY", MARK + " with a blank");
        Run run = stage.run(List.of(Image.launcher(), "-m", "openai/gpt-4o", "--debug", "hello"));
        assertEquals(3, run.exit(), run.toString());
        assertHidden(run);
    }

    @Test
    void a_password_in_an_address_is_not_shown() {
        for (String url : List.of("http://user:" + MARK + "@127.0.0.1:1/v1", "http://127.0.0.1:1/v1?key=" + MARK)) {
            Run run = stage.run(List.of(Image.launcher(), "--base-url", url, "--debug", "hello"));
            assertNotEquals(0, run.exit(), run.toString());
            assertHidden(run);
        }
    }

    @Test
    void the_password_of_a_proxy_is_not_shown() {
        stage.box().set("http_proxy", "http://user:" + MARK + "@127.0.0.1:1");
        stage.box().set("OPENAI_API_KEY", KEY);
        Run run = stage.run(
                List.of(Image.launcher(), "--base-url", "http://model.example/v1", "-m", "m", "--debug", "hello"));
        assertEquals(1, run.exit(), run.toString());
        assertHidden(run);
    }

    @Test
    void the_config_does_not_show_it() throws IOException {
        Path config = stage.box().work().resolve("config.toml");
        Files.writeString(config, """
                model = "mine/m"
                [providers.mine]
                base_url = "http://127.0.0.1:1/v1"
                key_command = "echo %s"
                headers = { X-Secret = "%s" }
                """.formatted(KEY, KEY));
        stage.box().set("BELAY_CONFIG", config.toString()).set("OPENAI_API_KEY", KEY);
        for (List<String> words : List.of(List.of("config", "show"), List.of("config", "check"), List.of("hello"))) {
            List<String> call = new ArrayList<>(List.of(Image.launcher(), "--debug"));
            call.addAll(words);
            Run run = stage.run(call);
            run.exit();
            String said = run.out() + run.err();
            assertFalse(said.replace("echo " + KEY, "").contains(MARK), said);
        }
        Files.delete(config);
        assertNowhereOnDisk();
    }

    private void assertHidden(Run run) {
        assertFalse(run.out().contains(MARK), run.toString());
        assertFalse(run.err().contains(MARK), run.toString());
        assertNowhereOnDisk();
    }

    private void assertNowhereOnDisk() {
        try (Stream<Path> files = Files.walk(stage.box().root())) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> assertFalse(text(file).contains(MARK), file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
