package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cli.complete.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.OptionSpec;

/** The scripts that lie in the folder of completions are those that the program makes. */
class CompletionTest {

    private static final Path FOLDER = Path.of("completions");

    @ParameterizedTest
    @EnumSource
    void the_file_is_what_the_command_line_is_now(Shell shell) throws IOException {
        String script = shell.script(CommandGrammar.get());
        Path file = FOLDER.resolve(shell.file());
        if (System.getProperty("belay.completions", "").equals("write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, script);
        }
        assertEquals(Files.readString(file), script, "stale: write them anew with -Dbelay.completions=write");
    }

    @Test
    void nothing_else_lies_there() throws IOException {
        Set<String> expected =
                new TreeSet<>(Stream.of(Shell.values()).map(Shell::file).toList());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    expected,
                    new TreeSet<>(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .toList()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_option_and_command_is_in_it(Shell shell) {
        String script = shell.script(CommandGrammar.get());
        for (Subcommand command : Subcommand.values()) {
            assertTrue(script.contains(command.word()), command.word());
            command.ownOptions()
                    .forEach(option ->
                            assertEquals(!option.hidden(), offers(shell, script, option), option.longestName()));
        }
        OptionTable.root().options().forEach(option -> assertTrue(offers(shell, script, option), option.longestName()));
    }

    private static boolean offers(Shell shell, String script, OptionSpec option) {
        List<String> lines = script.lines()
                .filter(line -> !line.contains("completion --values"))
                .toList();
        String bare = option.longestName().substring(2);
        String name = shell == Shell.FISH ? "-l " + bare + " " : option.longestName();
        return lines.stream().anyMatch(line -> (line + " ").contains(name));
    }
}
