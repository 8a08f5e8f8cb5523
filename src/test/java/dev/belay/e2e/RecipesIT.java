package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shell examples of the manual's page about scripts, run as they stand there. */
@Timeout(60)
class RecipesIT {
    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String ANSWER = "Here it is:\n\n```sh\nls\n```\n\n```python\nprint(1)\n```\n";

    @AutoClose
    private final ScriptStage stage = new ScriptStage();

    RecipesIT() {
        stage.program("git", "echo '+ a line that is new'");
        stage.stage()
                .server()
                .answerAll(exchange -> exchange.begin().token(ANSWER).done());
        for (String name : List.of("report.txt", "letter.txt", "build.log")) {
            try {
                Files.writeString(stage.stage().box().work().resolve(name), "What is in " + name + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<String> examples() {
        try (InputStream page = RecipesIT.class.getResourceAsStream("/dev/belay/manual/scripts.md")) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return EXAMPLE.matcher(text).results().map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> inEveryShell() {
        return examples().stream()
                .flatMap(example -> Stream.of(Shell.values()).map(shell -> Arguments.of(example, shell)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("inEveryShell")
    void an_example_does_what_it_promises(String example, Shell shell) {
        Run run = stage.run(shell.installed(), example);
        assertEquals(0, run.exit(), run.toString());
        assertEquals("", run.err(), run.toString());
        int calls = example.split("\\bbelay ", -1).length - 1;
        assertTrue(calls > 0 && stage.stage().server().requests() >= calls, example);
    }
}
