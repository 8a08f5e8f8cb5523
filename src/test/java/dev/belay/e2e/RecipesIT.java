package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.guide.Manual;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shell examples of the README (how to build it apart) and the manual, all fenced as {@code sh}, run as they stand there. */
@Timeout(120)
class RecipesIT {
    private static final Pattern EXAMPLE = Pattern.compile("^```sh\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Duration LONG = Duration.ofSeconds(60);

    @AutoClose
    private final Kitchen kitchen = new Kitchen();

    private static List<String> in(String page) {
        return EXAMPLE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String readme() {
        try {
            String readme = Files.readString(Path.of("README.md"));
            return readme.substring(0, readme.indexOf("\n## Building"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> inEveryShell() {
        List<String> examples = new ArrayList<>(in(readme()));
        Manual manual = new Manual();
        manual.topics().forEach(topic -> examples.addAll(in(manual.page(topic).orElseThrow())));
        return examples.stream()
                .flatMap(example -> Stream.of(Shell.values()).map(shell -> Arguments.of(example, shell)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("inEveryShell")
    void an_example_does_what_it_promises(String example, Shell shell) {
        Run run = kitchen.run(shell, "set -e\n" + example);
        assertEquals(0, run.exit(LONG), run.toString());
        assertEquals("", run.err(), run.toString());
        int questions = example.split("\\bbelay (?!stats|sessions|config)", -1).length - 1;
        assertTrue(kitchen.server().requests() > questions, example);
        assertFalse(run.out().contains("null"), run.toString());
    }

    @Test
    void both_have_some() {
        assertFalse(in(readme()).isEmpty());
        assertFalse(in(new Manual().page("scripts").orElseThrow()).isEmpty());
    }
}
