package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.belay.cli.man.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** The pages for {@code man} say what the help says. */
class ManPagesTest {

    @TempDir
    private Path folder;

    static List<Page> pages() {
        return ManPages.all();
    }

    @Test
    void there_is_one_for_the_program_and_one_for_each_command() throws IOException {
        ManPages.write(folder);
        try (var files = Files.list(folder)) {
            assertEquals(1 + Subcommand.values().length, files.count());
        }
        assertTrue(Files.exists(folder.resolve("belay-models.1")));
    }

    @Test
    void every_option_of_the_help_is_in_the_page() {
        String page = pages().get(0).roff("1").replace("\\-", "-");
        String help = HelpText.of();
        for (OptionSpec option : OptionTable.root().options()) {
            assertTrue(help.contains(option.longestName()), option.longestName());
            assertTrue(page.contains(option.longestName()), option.longestName());
        }
        for (Subcommand command : Subcommand.values()) {
            String own = pages().get(1 + command.ordinal()).roff("1").replace("\\-", "-");
            command.ownOptions()
                    .forEach(option ->
                            assertEquals(!option.hidden(), own.contains(option.longestName()), option.longestName()));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_but_that_of_the_help_explains_something(Page page) {
        assertEquals(page.name().equals("belay-help"), page.parts().isEmpty(), page.name());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_text_is_taken_for_a_macro(Page page) {
        for (String line : page.roff("1").split("\n")) {
            assertFalse(line.isEmpty(), "an empty line in " + page.name());
            if (line.startsWith(".")) {
                assertTrue(line.matches("\\.(TH|SH|SS|PP|TP|IP|RS|RE|nf|fi|BR)( .*)?"), line);
            }
            assertFalse(line.startsWith("'"), line);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_formatter_has_nothing_to_complain(Page page) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/groff")), "no groff on this machine: apt-get install groff-base");
        Path file = Files.writeString(folder.resolve("page.1"), page.roff("1"));
        Process groff = new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", "-z", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        groff.waitFor();
        assertEquals("", said, page.name());
    }
}
