package dev.belay.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Where the examples of help, README and manual are tried as they stand: the files, sessions and programs that they speak of,
 * and models that answer at once. The server's threads answer.
 */
final class Kitchen implements AutoCloseable {
    private static final String ANSWER = "Here it is:\n\n```sh\nls\n```\n\n```python\nprint(1)\n```\n";
    private static final String PERSON = "{\"name\":\"Machado de Assis\"}";
    private static final String MODELS = "{\"data\":[{\"id\":\"pilot\"},{\"id\":\"pilot-mini\"}]}";
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final ScriptStage stage = new ScriptStage();

    Kitchen() {
        server().answerAll(Kitchen::answer);
        stage.program("git", "echo '+ a line that is new'");
        write("scan.pdf", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        write("photo.jpg", PIXEL);
        write("person.json", "{\"type\":\"object\",\"required\":[\"name\"]}".getBytes(StandardCharsets.US_ASCII));
        for (String name : List.of("report.txt", "letter.txt", "build.log", "Main.java", "Test.java")) {
            write(name, ("What is in " + name + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        setUp();
        succeed("belay 'Tell me of the rivers and the tides' > /dev/null");
        server().awaitRequest();
    }

    /** One model that is asked without being named, and others that are named. */
    private void setUp() {
        Path config = stage.stage().box().root().resolve("kitchen.toml");
        String url = "base_url = \"" + server().baseUrl() + "\"\n";
        write(
                config,
                ("model = \"harbour/pilot\"\n[providers.harbour]\n" + url + "[providers.groq]\n" + url
                                + "[roles.translate]\nprompt = \"Translate into {{lang}}: {{input}}\"\n")
                        .getBytes(StandardCharsets.US_ASCII));
        String own = stage.stage().box().environment().get("BELAY_PATH");
        stage.program(
                "belay",
                "PATH='" + own + "' BELAY_CONFIG='" + config + "' GROQ_API_KEY=k EDITOR=true\n"
                        + "export PATH BELAY_CONFIG GROQ_API_KEY EDITOR\nexec '" + Image.launcher() + "' \"$@\"");
    }

    private static void answer(Exchange exchange) {
        if (exchange.request().path().endsWith("/models")) {
            exchange.respond("200 OK", "application/json", MODELS);
        } else if (exchange.request().json().has("response_format")) {
            exchange.begin().token(PERSON).done();
        } else {
            exchange.begin().token(ANSWER).done();
        }
    }

    private void write(String name, byte[] content) {
        write(stage.stage().box().work().resolve(name), content);
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void succeed(String words) {
        Run run = run(Shell.BASH, words);
        if (run.exit() != 0) {
            throw new AssertionError(words + run);
        }
    }

    /** Runs what is written; the test is skipped, with a word, where a program is missing that belay does not bring. */
    Run run(Shell shell, String words) {
        assumeTrue(
                !words.contains("| jq ") || Files.isExecutable(Path.of("/usr/bin/jq")),
                "/usr/bin/jq is missing: apt-get install jq");
        return stage.run(shell.installed(), words);
    }

    StreamServer server() {
        return stage.stage().server();
    }

    @Override
    public void close() {
        stage.close();
    }
}
