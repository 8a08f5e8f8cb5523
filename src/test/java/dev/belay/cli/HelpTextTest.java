package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cli.CallTable.Call;
import dev.belay.cli.complete.Shell;
import dev.belay.guide.Manual;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.OptionSpec;

/** The tables that the help is made of leave nothing out. */
class HelpTextTest {

    @Test
    void the_groups_have_every_option_in_the_order_of_the_table() {
        List<String> grouped = Stream.of(OptionGroup.values())
                .flatMap(group -> group.options().stream())
                .map(OptionSpec::longestName)
                .toList();
        assertEquals(
                OptionTable.root().options().stream()
                        .map(OptionSpec::longestName)
                        .toList(),
                grouped);
    }

    @ParameterizedTest
    @EnumSource
    void the_page_that_tells_more_exists(Subcommand command) {
        assertTrue(new Manual().topics().contains(command.page()), command.page());
    }

    @Test
    void every_word_after_a_command_is_explained() {
        assertEquals(ConfigCommand.WORDS, words(Subcommand.CONFIG));
        assertEquals(SessionsCommand.WORDS, words(Subcommand.SESSIONS));
        assertEquals(Arrays.stream(Shell.values()).map(Shell::word).toList(), words(Subcommand.COMPLETION));
    }

    private static List<String> words(Subcommand command) {
        return CallTable.calls(command).stream()
                .map(Call::words)
                .map(words -> words.split(" ")[2].replaceAll("[\\[\\]]", ""))
                .toList();
    }
}
