package dev.belay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.guide.Manual;
import dev.belay.repl.slash.SlashCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What README, its siblings and the manual name is there: files, headings, topics, commands, options. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");
    private static final Pattern BLOCK = Pattern.compile("^```[a-z]*\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CALL = Pattern.compile("(?:^|[ $(|;])belay( [^|<>&;#\\n]*)?");
    private static final Pattern OPTION = Pattern.compile("(?:^| )(--[a-z][a-z-]*|-[A-Za-z])");

    /** Begin with a slash and are something else: a slip of the finger, what is added to an address. */
    private static final Set<String> NO_COMMANDS = Set.of("/contineu", "/responses");

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    /** README and every page of the manual. */
    static List<String> pages() throws IOException {
        Manual manual = new Manual();
        List<String> pages = new ArrayList<>(List.of(read("README.md")));
        manual.topics().forEach(topic -> pages.add(manual.page(topic).orElseThrow()));
        return pages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"})
    void links_and_pictures_lead_somewhere(String file) throws IOException {
        for (String target : found(LINK, read(file))) {
            if (target.startsWith("https://")) {
                continue;
            }
            String[] parts = target.split("#", 2);
            String named = parts[0].isEmpty() ? file : parts[0];
            assertTrue(Files.isRegularFile(Path.of(named)), file + " links to " + target);
            if (parts.length == 2) {
                assertTrue(anchors(read(named)).contains(parts[1]), file + " links to " + target);
            }
        }
    }

    @Test
    void every_link_by_name_is_defined_and_every_definition_used() throws IOException {
        String readme = read("README.md");
        assertEquals(
                new TreeSet<>(found(Pattern.compile("^\\[([a-z-]+)\\]: https://\\S+$", Pattern.MULTILINE), readme)),
                new TreeSet<>(found(Pattern.compile("\\]\\[([a-z-]+)\\]"), readme)));
    }

    private static Set<String> anchors(String markdown) {
        Set<String> anchors = new TreeSet<>();
        for (String heading : found(HEADING, markdown)) {
            String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "");
            anchors.add(plain.replace(' ', '-'));
        }
        return anchors;
    }

    @Test
    void the_readme_has_pictures_and_a_link() throws IOException {
        List<String> targets = found(LINK, read("README.md"));
        assertTrue(targets.contains("src/docs/interrupted.svg") && targets.contains("LICENSE"), targets.toString());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_follows_belay_in_the_text_is_a_command_an_option_or_a_placeholder(String page) {
        for (String code : found(CODE, page)) {
            if (code.matches("belay [a-z].*")) {
                assertCommand(code);
            }
        }
    }

    /** {@code belay help} needs a topic or a command, {@code belay config} one of its words, and so on. */
    private static void assertCommand(String code) {
        String[] words = code.split("[ \\[\\]]+");
        Subcommand command = Subcommand.named(words[1]).orElse(null);
        if (command == null) {
            assertTrue(code.contains("-o") || code.contains("|") || code.contains("…"), "no such command: " + code);
            return;
        }
        if (words.length > 2 && words[2].matches("[a-z]+")) {
            List<String> known = switch (command) {
                case HELP ->
                    Stream.concat(
                                    new Manual().topics().stream(),
                                    Arrays.stream(Subcommand.values()).map(Subcommand::word))
                            .toList();
                case CONFIG -> ConfigCommand.WORDS;
                case SESSIONS -> SessionsCommand.WORDS;
                default -> List.of(words[2]);
            };
            assertTrue(known.contains(words[2]), code);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_option_that_belay_is_called_with_is_one_of_its_own(String page) {
        Set<String> unknown = new TreeSet<>();
        List<String> texts = new ArrayList<>(found(BLOCK, page));
        texts.addAll(found(CODE, page));
        for (String text : texts) {
            text.lines().forEach(line -> unknown.addAll(unknownOptions(line)));
        }
        assertEquals(Set.of(), unknown);
    }

    /** In calls of belay, up to where the next program or the words of a question begin; and options that stand alone. */
    private static Set<String> unknownOptions(String line) {
        Set<String> named = new TreeSet<>();
        if (line.matches("--[a-z-]+( .*)?")) {
            named.addAll(found(OPTION, line));
        }
        for (String call : found(CALL, line.replaceAll("\"[^\"]*\"|'[^']*'", "W"))) {
            named.addAll(found(OPTION, call.replaceAll(" -- .*", "")));
        }
        named.removeAll(known());
        return named;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>();
        OptionTable.root().options().forEach(option -> known.addAll(List.of(option.names())));
        for (Subcommand command : Subcommand.values()) {
            command.ownOptions().forEach(option -> known.addAll(List.of(option.names())));
        }
        return known;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_slash_command_exists(String page) {
        for (String code : found(CODE, page)) {
            if (code.matches("/[a-z]+( .*)?") && !NO_COMMANDS.contains(code)) {
                String name = code.substring(1).split(" ")[0];
                assertTrue(SlashCommands.named(name).isPresent(), code);
            }
        }
    }

    @Test
    void every_slash_command_is_in_the_readme_and_in_the_manual() throws IOException {
        String readme = read("README.md");
        String manual = new Manual().page("commands").orElseThrow();
        SlashCommands.ALL.forEach(command -> {
            assertTrue(readme.contains("`/" + command.name()), "README: /" + command.name());
            assertTrue(manual.contains("`/" + command.name()), "manual: /" + command.name());
        });
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(ReadmeTest::inner)
                .filter(each -> !each.isBlank())
                .toList();
    }

    private static String inner(MatchResult found) {
        return found.group(1) == null ? "" : found.group(1);
    }
}
