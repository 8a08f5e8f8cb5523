package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class LauncherTest {

    /** A value that it took for a word of a question would have it start for another use. */
    @Test
    void theLauncherKnowsEveryOptionThatTakesAValue() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/image/belay"))) {
            if (line.contains(") value=1")) {
                known.addAll(
                        List.of(line.substring(0, line.indexOf(')')).strip().split(" \\| ")));
            }
        }
        Set<String> options = new TreeSet<>();
        List<OptionSpec> all = new ArrayList<>(OptionTable.root().options());
        for (Subcommand command : Subcommand.values()) {
            all.addAll(command.ownOptions());
        }
        for (OptionSpec option : all) {
            if (option.arity().max() > 0 && !option.paramLabel().startsWith("[=")) {
                options.addAll(List.of(option.names()));
            }
        }
        assertTrue(options.contains("--param"), options.toString());
        options.removeAll(known);
        assertEquals(Set.of(), options);
    }
}
