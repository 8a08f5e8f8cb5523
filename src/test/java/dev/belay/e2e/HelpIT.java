package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.guide.Manual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** What the built program says of itself: it fits, its examples work, and README, manual and pages for man say the same. */
@Timeout(120)
class HelpIT {
    /** The program's own help, and that of each command. */
    private static final List<String> COMMANDS =
            List.of("", "help", "models", "probe", "completion", "stats", "config", "sessions");

    private static final List<String> GROUPS = List.of("Model", "Question", "Answer", "Conversation", "Behaviour");
    private static final Pattern MAN_ENTRY = Pattern.compile("\\.TP\n\\\\fB *(-[^\n]*)\\\\fR\n");
    private static final Pattern TABLE_ROW = Pattern.compile("^\\| (`-.*?`) \\| ", Pattern.MULTILINE);

    @AutoClose
    private final Kitchen kitchen = new Kitchen();

    static List<String> commands() {
        return COMMANDS;
    }

    private static String help(String command) {
        return command.isEmpty()
                ? Commands.output(Image.launcher(), "--help")
                : Commands.output(Image.launcher(), command, "--help");
    }

    /** The lines below a heading, without what is said of them; each continues no other. */
    private static List<String> section(String help, String heading) {
        List<String> terms = new ArrayList<>();
        boolean isInside = false;
        for (String line : help.split("\n")) {
            isInside = line.startsWith(" ") ? isInside : line.equals(heading + ":");
            if (isInside && line.matches(" {2}(\\S| {4}-).*")) {
                terms.add(line.strip().split(" {2,}")[0]);
            }
        }
        return terms;
    }

    /** Every option of a help with all its names and what its value is called: {@code -f, --file PATH}. */
    private static List<String> options(String command) {
        String help = help(command);
        return command.isEmpty()
                ? GROUPS.stream()
                        .flatMap(group -> section(help, group).stream())
                        .toList()
                : section(help, "Options");
    }

    private static List<String> inTable(String markdown) {
        return TABLE_ROW
                .matcher(markdown)
                .results()
                .map(row -> row.group(1).replace("`", "").replace("\\|", "|"))
                .toList();
    }

    private static List<String> inManPage(String command) throws IOException {
        String page = manPage(command);
        int begin = page.indexOf(".SH \"OPTIONS\"");
        return begin < 0 ? List.of() : inSection(page.substring(begin, page.indexOf(".SH", begin + 1)));
    }

    private static List<String> inSection(String page) {
        return MAN_ENTRY.matcher(page).results().map(entry -> entry.group(1)).toList();
    }

    /** Without the escapes of the formatter. */
    private static String manPage(String command) throws IOException {
        String file = "belay" + (command.isEmpty() ? "" : "-" + command) + ".1";
        Path share = Path.of(Image.launcher()).getParent().resolveSibling("share");
        return Files.readString(share.resolve("man/man1").resolve(file))
                .replace("\\-", "-")
                .replace("\\(aq", "'")
                .replace("\\(ti", "~");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_line_fits_into_eighty_columns(String command) {
        for (String line : help(command).split("\n")) {
            assertTrue(line.length() <= 80, line.length() + ": " + line);
        }
    }

    @Test
    void the_options_stand_in_groups_that_a_newcomer_can_follow() {
        String help = help("");
        List<String> headings = new ArrayList<>(GROUPS);
        headings.addAll(List.of("Commands", "Examples"));
        assertEquals(
                headings,
                help.lines()
                        .filter(line -> line.matches("[A-Z][a-z]+:"))
                        .map(line -> line.replace(":", ""))
                        .toList());
        headings.forEach(heading -> assertFalse(section(help, heading).isEmpty(), heading));
        long rows = help.lines().filter(line -> line.matches(" {2,6}-.*")).count();
        assertEquals(rows, options("").size(), "an option stands in no group");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_and_page_for_man_name_the_same_options(String command) throws IOException {
        assertEquals(options(command), inManPage(command));
    }

    @Test
    void the_readme_names_the_same_options() throws IOException {
        assertEquals(options(""), inTable(Files.readString(Path.of("README.md"))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_manual_names_the_same_options(String command) {
        Manual manual = new Manual();
        String heading = command.isEmpty() ? "All options" : "Options of " + command;
        assertEquals(
                options(command), inTable(manual.section("options", heading).orElse("")));
    }

    static Stream<Arguments> inEveryShell() {
        return COMMANDS.stream()
                .flatMap(command -> Stream.of(Shell.values()).map(shell -> Arguments.of(command, shell)));
    }

    /** One after the other, as a newcomer would try them. */
    @ParameterizedTest(name = "belay {0} --help in {1}")
    @MethodSource("inEveryShell")
    void its_examples_work_as_they_stand(String command, Shell shell) {
        for (String example : section(help(command), "Examples")) {
            Run run = kitchen.run(shell, example);
            assertEquals(0, run.exit(), example + run);
            assertFalse(run.out().contains("null"), example + run);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_has_examples_and_its_page_for_man_has_them_too(String command) throws IOException {
        List<String> examples = section(help(command), "Examples");
        assertFalse(examples.isEmpty());
        String page = manPage(command);
        examples.forEach(example -> assertTrue(page.contains("\\fB" + example + "\\fR"), example));
    }
}
