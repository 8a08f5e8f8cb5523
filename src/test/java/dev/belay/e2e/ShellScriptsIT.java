package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** belay in shell scripts, as people write them, under each shell. What is expected stands in the scripts. */
@Timeout(120)
class ShellScriptsIT {
    private static final List<String> SCRIPTS =
            List.of("pipes", "strict", "codes", "signals", "streams", "parallel", "bare");

    private static final Duration LONG = Duration.ofSeconds(90);

    @AutoClose
    private final ScriptStage stage = new ScriptStage();

    static Stream<Arguments> scripts() {
        return SCRIPTS.stream().flatMap(script -> Stream.of(Shell.values()).map(shell -> Arguments.of(script, shell)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("scripts")
    void a_script_does_what_it_says(String script, Shell shell) {
        Run run = stage.run(shell.installed(), ScriptStage.script(script + ".sh"));
        assertEquals(0, run.exit(LONG), run.toString());
        stage.awaitAllStopped();
    }
}
