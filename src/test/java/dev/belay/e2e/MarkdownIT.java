package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.AppendOnly;
import dev.belay.screen.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an answer is rendered, when it is not, and what of that can be set. */
@Timeout(60)
class MarkdownIT {
    private static final String ANSWER =
            "# Title\n\nSome **weight** and `code` 1.\n\n- item\n\n```java\nint x = 42;\n```\n\nbye\n";

    @AutoClose
    private final Stage stage = new Stage();

    private Chat chat(String... arguments) {
        return Chat.begin(stage, arguments);
    }

    /** The whole answer, letter by letter; what the terminal got of it. */
    private String answered(Chat chat) {
        Exchange exchange = chat.ask("tell me").begin();
        int from = chat.terminal().raw().length();
        ANSWER.codePoints().forEach(c -> exchange.token(Character.toString(c)));
        chat.terminal().awaitText("bye");
        String raw = chat.terminal().raw().substring(from);
        exchange.done();
        chat.terminal().awaitPrompt();
        return raw;
    }

    private void config(String toml) {
        try {
            Path file = Path.of(stage.box().environment().get("XDG_CONFIG_HOME"), "belay", "config.toml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, toml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertRendered(Chat chat) {
        String looks = looks(chat);
        assertTrue(looks.contains("‹b u›Title‹/›"), looks);
        assertTrue(looks.contains("‹b›weight‹/›"), looks);
        assertTrue(looks.contains("• item") || looks.contains("‹dim›•‹/› item"), looks);
        assertFalse(looks.contains("```"), looks);
    }

    private static void assertRaw(Chat chat) {
        assertTrue(
                chat.terminal()
                        .text()
                        .contains("# Title\n\nSome **weight** and `code` 1.\n\n- item\n\n```java\nint x = 42;\n```"),
                chat.terminal().picture());
    }

    private static String looks(Chat chat) {
        return chat.terminal().look(Screen::styledText);
    }

    @Test
    void on_a_terminal_it_is_and_the_journal_has_the_models_own_words() {
        Chat chat = chat();
        answered(chat);
        assertRendered(chat);
        assertEquals(ANSWER, stage.box().journal().lastText());
    }

    @Test
    void text_is_shown_as_it_is() {
        Chat chat = chat("-o", "text");
        answered(chat);
        assertRaw(chat);
    }

    @Test
    void into_a_pipe_go_the_models_bytes_even_if_markdown_is_asked_for() {
        for (String[] arguments :
                new String[][] {{"hello"}, {"-o", "markdown", "hello"}, {"-o", "markdown", "--color", "always", "hello"}
                }) {
            Run run = stage.oneShot(arguments);
            Exchange exchange = stage.server().awaitRequest().begin();
            ANSWER.codePoints().forEach(c -> exchange.token(Character.toString(c)));
            exchange.done();
            assertEquals(0, run.exit(), run.toString());
            assertArrayEquals(ANSWER.getBytes(StandardCharsets.UTF_8), run.outBytes(), String.join(" ", arguments));
        }
    }

    @Test
    void a_one_shot_on_a_terminal_is_rendered() {
        TerminalSession terminal = stage.terminal(stage.belay("hello"));
        stage.server().awaitRequest().begin().token(ANSWER).done();
        assertEquals(0, terminal.waitFor());
        assertRendered(new Chat(terminal, stage.server()));
    }

    @Test
    void with_no_color_the_signs_stay_and_there_is_not_one_escape() {
        stage.box().set("NO_COLOR", "1");
        Chat chat = chat();
        String raw = answered(chat);
        assertFalse(raw.contains("\033"), raw);
        String text = chat.terminal().text();
        assertTrue(
                text.contains("# Title")
                        && text.contains("**weight**")
                        && text.contains("`code`")
                        && text.contains("```java\nint x = 42;\n```"),
                text);
        assertTrue(text.contains("• item"), text);
    }

    @Test
    void color_never_does_the_same() {
        Chat chat = chat("--color", "never");
        String raw = answered(chat);
        assertFalse(raw.contains("\033"), raw);
        assertTrue(
                chat.terminal().text().contains("**weight**"), chat.terminal().picture());
    }

    @Test
    void color_always_overrules_no_color() {
        stage.box().set("NO_COLOR", "1");
        Chat chat = chat("--color", "always");
        answered(chat);
        assertRendered(chat);
    }

    @Test
    void a_dumb_terminal_gets_it_raw_and_without_an_escape() {
        stage.box().set("TERM", "dumb");
        Chat chat = chat();
        String raw = answered(chat);
        assertFalse(raw.contains("\033"), raw);
        assertRaw(chat);
    }

    @Test
    void in_a_build_a_terminal_is_one_all_the_same() {
        stage.box().set("CI", "1");
        TerminalSession terminal = stage.terminal(stage.belay("hello"));
        stage.server().awaitRequest().begin().token(ANSWER).done();
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.shows("Title") && terminal.shows("int x = 42;"), terminal.picture());
    }

    @Test
    void the_config_changes_a_colour() {
        config("[theme]\nheading = \"green\"\ntitle = \"bold bright-red\"\ncode = \"#ff8700\"\n");
        Chat chat = chat();
        answered(chat);
        String looks = looks(chat);
        assertTrue(looks.contains("‹b bright-red›Title‹/›"), looks);
        assertTrue(chat.terminal().raw().contains("\033[38;5;208m"), "256 colours, as TERM says");
        assertTrue(looks.contains("‹b›weight‹/›"), looks);
    }

    @Test
    void a_terminal_that_says_so_gets_all_colours() {
        stage.box().set("COLORTERM", "truecolor");
        config("[theme]\ncode = \"#ff8700\"\n");
        Chat chat = chat();
        answered(chat);
        assertTrue(chat.terminal().raw().contains("\033[38;2;255;135;0m"), looks(chat));
    }

    @Test
    void on_a_light_background_numbers_are_not_yellow() {
        stage.box().set("COLORFGBG", "0;15");
        Chat chat = chat();
        answered(chat);
        assertTrue(looks(chat).contains("‹red›42‹/›"), looks(chat));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```java\nint x = 42;\nint last",
                "| a | b |\n|---|---|\n| c | d |\n| seen | half",
                "so **very bold",
                "> a quote of *some"
            })
    void stopped_in_the_middle_it_is_closed_and_the_prompt_is_whole(String begun) {
        Chat chat = chat();
        Exchange exchange = chat.ask("tell me").begin();
        for (String word : begun.split("(?<= )")) {
            exchange.token(word);
        }
        String last = begun.substring(begun.lastIndexOf(' ') + 1).replace("*", "");
        chat.terminal().awaitText(last);
        chat.stop();
        exchange.awaitGone();
        Sample.assertClean(chat.terminal());
        String text = chat.terminal().text();
        assertEquals(
                text.indexOf(last),
                text.lastIndexOf(last),
                () -> "“" + last + "” is there twice:\n" + chat.terminal().picture());
        long edges = chat.terminal()
                .look(s -> s.lines().stream()
                        .filter(line -> line.startsWith("───") && !line.contains("┼"))
                        .count());
        assertEquals(begun.startsWith("```") ? 2L : 0L, edges, chat.terminal().picture());
        assertEquals(begun, stage.box().journal().lastText());
        chat.converse("again", "three ");
    }

    @Test
    void code_that_is_copied_from_the_screen_is_the_code() {
        String wide = "    return \"" + "wide ".repeat(40) + "\";";
        Chat chat = chat();
        Exchange exchange = chat.ask("tell me").begin();
        ("Before\n\n```java\nString f() {\n\n" + wide + "\n\t// tab\n}\n```\n\nbye ")
                .codePoints()
                .forEach(c -> exchange.token(Character.toString(c)));
        chat.terminal().awaitText("bye");
        List<String> copied = chat.terminal().look(Screen::copied);
        int begin = copied.indexOf("String f() {");
        assertTrue(begin > 0, chat.terminal().picture());
        assertEquals(List.of("String f() {", "", wide), copied.subList(begin, begin + 3));
        assertEquals("}", copied.get(begin + 4));
        exchange.done();
    }

    @Test
    void the_window_may_change_in_any_block() {
        Chat chat = chat();
        Exchange exchange = chat.ask("tell me").begin();
        AppendOnly promise = chat.terminal().appendOnly();
        String[] parts = {
            "One *two ",
            "three* four\n\n- five ",
            "six\n\n```java\nint seven ",
            "= 8;\n```\n\n> nine ",
            "ten\n\n| eleven | b |\n|---|---|\n| twelve |",
            " c |\n\nbye "
        };
        int[] widths = {60, 40, 90, 50, 100};
        String[] seen = {"two", "five", "seven", "nine", "twelve"};
        for (int i = 0; i < widths.length; i++) {
            exchange.token(parts[i]);
            chat.terminal().awaitText(seen[i]);
            chat.terminal().resize(widths[i], 40);
        }
        exchange.token(parts[parts.length - 1]);
        chat.terminal().awaitText("bye");
        chat.terminal().assertKept(promise);
        for (String word : List.of(
                "One", "two", "three", "four", "five", "six", "int seven", "= 8;", "nine", "ten", "eleven", "twelve")) {
            assertEquals(
                    1,
                    chat.terminal().count(word),
                    () -> word + " in\n" + chat.terminal().picture());
        }
        exchange.done();
    }
}
