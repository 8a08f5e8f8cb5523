package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Saved conversations from the command line: listed, searched, named and removed. */
@Timeout(120)
class SessionsIT {
    private static final String ESCAPE = "\\u001b[2J";

    @AutoClose
    private final Stage stage = new Stage();

    private static List<String> belay(String... words) {
        List<String> command = new ArrayList<>(List.of(Image.launcher(), "sessions"));
        command.addAll(List.of(words));
        return command;
    }

    private Run run(String... words) {
        return stage.run(belay(words));
    }

    /** One that has ended: what it printed is all there. */
    private Run ended(String... words) {
        Run run = run(words);
        run.exit();
        return run;
    }

    private Path write(String id, int age, String... lines) {
        Path file = stage.box().sessions().resolve(id + ".jsonl");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - age * 1000L));
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String session() {
        return "{\"type\":\"session\",\"v\":1,\"id\":\"x\",\"created\":\"2026-11-20T10:45:12Z\",\"model\":\"openai/gpt-5-mini\"}";
    }

    private static String user(int turn, String text) {
        return "{\"type\":\"user\",\"turn\":" + turn + ",\"at\":\"2026-11-20T10:45:20Z\",\"text\":\"" + text + "\"}";
    }

    private static String delta(int turn, String text) {
        return "{\"type\":\"delta\",\"turn\":" + turn + ",\"text\":\"" + text + "\"}";
    }

    private static String end(int turn, String outcome) {
        return "{\"type\":\"end\",\"turn\":" + turn + ",\"at\":\"2026-11-20T10:45:22Z\",\"outcome\":\"" + outcome
                + "\",\"model\":\"openai/gpt-5-mini\"}";
    }

    private static String title(String text) {
        return "{\"type\":\"title\",\"at\":\"2026-11-20T10:45:22Z\",\"text\":\"" + text + "\"}";
    }

    private void three() {
        write(
                "20261120-104512-aaaa",
                10,
                session(),
                user(1, "What is SIGHUP?"),
                delta(1, "The sig"),
                delta(1, "nal \\u00dcber"),
                delta(1, "l\\u00e4nge"),
                end(1, "complete"),
                title("Terminal signals"));
        write(
                "20261120-104512-bbbb",
                20,
                session(),
                user(1, "tell me of tea"),
                delta(1, "tea " + ESCAPE + " signal"),
                end(1, "interrupted"));
        write("20261119-104512-cccc", 90_000, session(), user(1, "old"), delta(1, "x"), end(1, "failed"), title("Tea"));
    }

    /** Cleaned it would be another title. */
    @Test
    void json_on_a_terminal_says_what_it_says_in_a_pipe() throws IOException {
        Files.createDirectories(stage.box().sessions());
        Files.writeString(stage.box().sessions().resolve("20261120-104512-7f3b.jsonl"), """
                {"type":"session","v":1,"id":"20261120-104512-7f3b","created":"2026-11-20T10:45:12Z","model":"m"}
                {"type":"title","at":"2026-11-20T10:45:12Z","text":"a\\u202eb\\u009bc"}
                """);
        TerminalSession terminal = stage.terminal(List.of(Image.launcher(), "sessions", "list", "-o", "json"));
        terminal.awaitText("a\\u202eb\\u009bc");
    }

    @Test
    void when_it_was_begun_and_changed_is_told_to_the_second() throws IOException {
        stage.answered(stage.oneShot("hello"));
        JsonNode one = Json.parse(ended("list", "-o", "json").out()).path(0);
        String created = one.path("created").asText();
        String changed = one.path("changed").asText();
        assertEquals("2026-11-20T10:45:12Z".length(), created.length(), created);
        assertTrue(created.compareTo(changed) <= 0, one.toString());
    }

    @Test
    void a_file_in_which_nothing_can_be_read_is_no_empty_conversation() throws IOException {
        Files.createDirectories(stage.box().sessions());
        Files.writeString(stage.box().sessions().resolve("20261120-104512-7f3b.jsonl"), "gar\nbage\n");
        for (String word : List.of("show", "export")) {
            Run run = run(word, "20261120-104512-7f3b");
            assertEquals(1, run.exit(), run.toString());
            assertEquals("", run.out());
            assertTrue(run.err().contains("nothing in session 20261120-104512-7f3b can be read"), run.toString());
        }
    }

    @Test
    void without_any_session_the_list_is_empty_and_says_so() {
        Run run = run();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("", run.out());
        assertEquals("there is no such conversation\n", run.err());
        assertEquals(0, Json.parse(ended("list", "-o", "json").out()).size());
    }

    @Test
    void a_pipe_gets_columns_parted_by_tabs_the_newest_first() {
        three();
        Run run = run();
        assertEquals(0, run.exit(), run.toString());
        List<String> lines = run.out().lines().toList();
        assertEquals(3, lines.size(), run.toString());
        assertTrue(
                lines.get(0).matches("20261120-104512-aaaa\t\\S+Z\t1\tcomplete\topenai/gpt-5-mini\tTerminal signals"),
                run.toString());
        assertTrue(
                lines.get(1).matches("20261120-104512-bbbb\t\\S+Z\t1\tinterrupted\topenai/gpt-5-mini\ttell me of tea"),
                run.toString());
        assertEquals("", run.err());
    }

    @Test
    void a_terminal_gets_a_table() {
        three();
        TerminalSession terminal = stage.terminal(belay());
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.text().contains("age  turns  ended        model              title"), terminal.picture());
        assertTrue(terminal.text().contains(" 1 d      1  failed       openai/gpt-5-mini  Tea"), terminal.picture());
    }

    @Test
    void filters_choose() {
        three();
        assertTrue(ended("--outcome", "interrupted").out().startsWith("20261120-104512-bbbb"));
        assertEquals(2, ended("--since", "2h").out().lines().count());
        assertEquals(2, ended("list", "tea").out().lines().count());
        assertEquals("", ended("--model", "claude").out());
        assertEquals(3, ended("--model", "GPT-5").out().lines().count());
        Run one = ended("-n", "1", "-o", "jsonl");
        assertEquals("Terminal signals", Json.parse(one.out()).path("title").asText(), one.toString());
        assertEquals("the newest 1; -n COUNT lists more, -n 0 all\n", one.err());
        for (String[] wrong : new String[][] {
            {"-n", "many"}, {"--since", "soon"}, {"--outcome", "odd"}, {"lst"}, {"search"}, {"rename", "x"}, {"rm"}
        }) {
            Run run = run(wrong);
            assertEquals(2, run.exit(), run.toString());
            Sentences.assertClear(run.err());
        }
        assertTrue(ended("lst").err().contains("did you mean “list”?"));
    }

    @Test
    void search_finds_what_was_said_in_pieces_and_escaped() {
        three();
        Run run = run("search", "SIGNAL", "überlÄnge");
        assertEquals(0, run.exit(), run.toString());
        assertEquals("20261120-104512-aaaa:1: The signal Überlänge\n", run.out());
        assertEquals("", run.err());
        assertEquals(
                "20261120-104512-aaaa:title: Terminal signals\n20261120-104512-aaaa:1: The signal Überlänge\n20261120-104512-bbbb:1: tea  [2J signal\n",
                ended("search", "signal").out());
        assertEquals(
                1,
                ended("search", "signal", "-n", "1", "--outcome", "interrupted", "-o", "jsonl")
                        .out()
                        .lines()
                        .count());
        assertEquals(
                "", ended("search", "signal", "--since", "2026-11-21").out().replaceAll(".*title.*\n", ""));
        assertEquals(
                3, Json.parse(ended("search", "signal", "-o", "json").out()).size());
    }

    @Test
    void what_is_not_found_is_said_in_a_word_and_by_the_exit_code() {
        three();
        Run run = run("search", "coffee");
        assertEquals(1, run.exit(), run.toString());
        assertEquals("", run.out());
        assertEquals("nothing is found\n", run.err());
        assertEquals(1, run("search", "tea me", "-q").exit());
    }

    @Test
    void on_a_terminal_the_words_are_bold_and_nothing_steers_it() {
        three();
        TerminalSession terminal = stage.terminal(belay("search", "signal"));
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.raw().contains("The \033[1msignal\033[0m"), terminal.raw());
        assertTrue(terminal.text().contains("   1 answer  tea  [2J signal"), terminal.picture());
        assertFalse(terminal.raw().contains("\033[2J"), terminal.raw());
    }

    @Test
    void ten_thousand_sessions_are_listed_and_searched() {
        for (int i = 10_000; i < 20_000; i++) {
            write("20260101-000000-" + i, i, session(), user(1, "number " + i), delta(1, "si"), delta(1, "gnal"));
        }
        Run list = ended();
        assertEquals(30, list.out().lines().count());
        assertTrue(list.out().startsWith("20260101-000000-10000\t"), list.toString());
        assertEquals(10_000, ended("--all").out().lines().count());
        Run search = ended("search", "signal");
        assertEquals(10_000, search.out().lines().count());
        assertTrue(
                search.out().startsWith("20260101-000000-10000:1: signal\n20260101-000000-10001:1:"),
                search.toString());
        Run head = stage.run(List.of(
                "/usr/bin/env",
                "bash",
                "-c",
                Image.launcher() + " sessions search signal | head -1; echo ${PIPESTATUS[0]}"));
        assertEquals(0, head.exit());
        assertEquals("20260101-000000-10000:1: signal\n141\n", head.out());
        assertEquals("", head.err());
    }

    @Test
    void odd_files_do_no_harm() throws IOException {
        three();
        write("torn", 1, session(), user(1, "signal in a torn file"), "{\"type\":\"del");
        write("later", 1, "{\"type\":\"session\",\"v\":9}", user(1, "a later signal"), "{\"type\":\"hologram\"}");
        write("huge", 1, session(), user(1, "x".repeat(5_000_000) + " signal"));
        Files.createDirectory(stage.box().sessions().resolve("folder.jsonl"));
        Run run = run("search", "signal");
        assertEquals(0, run.exit(), run.toString());
        assertEquals(6, run.out().lines().count(), run.toString());
        assertTrue(run.err().contains("session folder cannot be read"), run.toString());
        assertEquals(7, ended().out().lines().count());
    }

    @Test
    void a_file_in_which_nothing_stands_is_no_session_to_go_on_with() throws IOException {
        write("real", 1, session(), user(1, "signal"));
        Files.createFile(stage.box().sessions().resolve("later.jsonl"));
        Run run = stage.oneShot("-c", "and?");
        Exchange exchange = stage.server().awaitRequest();
        assertTrue(
                exchange.request().body().contains("signal"), exchange.request().body());
        exchange.begin().token("so").done();
        assertEquals(0, run.exit(), run.toString());
    }

    @Test
    void at_forty_columns_the_names_are_seen_rather_than_all_else() {
        three();
        TerminalSession terminal = stage.terminal(List.of(Image.launcher(), "sessions"), 40, 24);
        terminal.waitFor();
        assertTrue(
                terminal.text().lines().filter(line -> line.startsWith("2026")).allMatch(line -> line.length() > 24),
                terminal.picture());
    }

    @Test
    void a_name_that_is_empty_means_no_session() throws IOException {
        write("only-one", 1, session(), user(1, "signal"));
        for (Run run : List.of(
                run("rm", "--yes", ""),
                run("show", " "),
                run("rename", "", "x"),
                stage.oneShot("--session", "", "hello"))) {
            assertEquals(2, run.exit(), run.toString());
            Sentences.assertClear(run.err());
        }
        assertEquals(1, ended().out().lines().count());
    }

    @Test
    void rename_gives_a_title_and_takes_it_away() {
        three();
        Run run = run("rename", "20261119", "Old", " matters");
        assertEquals(0, run.exit(), run.toString());
        assertTrue(ended().out().contains("\tOld matters\n"));
        assertFalse(ended().out().startsWith("20261119-104512-cccc\t"), "a new name is no new turn");
        assertEquals(0, run("rename", "old matters", "-").exit());
        assertTrue(ended().out().contains("\told\n"));
        assertEquals(2, run("rename", "nothing-such", "x").exit());
        assertTrue(ended("rename", "2026112", "x").err().contains("could be"), "not clear which");
        write("later", 1, "{\"type\":\"session\",\"v\":9}", user(1, "a later signal"));
        Run later = run("rename", "later", "x");
        assertEquals(1, later.exit());
        assertTrue(later.err().contains("later version"), later.toString());
    }

    @Test
    void rm_wants_a_yes_and_removes_all_of_it() throws IOException {
        three();
        Path folder = Files.createDirectory(stage.box().sessions().resolve("20261120-104512-aaaa.files"));
        Files.writeString(folder.resolve("hash"), "content");
        Run run = run("rm", "Terminal");
        assertEquals(2, run.exit(), run.toString());
        assertTrue(run.err().contains("--yes"), run.toString());
        TerminalSession no = stage.terminal(belay("rm", "Terminal"));
        no.awaitText("Remove it for good? [y/N]");
        no.press(Keys.ENTER);
        assertEquals(1, no.waitFor());
        TerminalSession yes = stage.terminal(belay("rm", "Terminal"));
        yes.awaitText("Remove it for good? [y/N]");
        yes.press("y" + Keys.ENTER);
        assertEquals(0, yes.waitFor());
        assertEquals(2, stage.box().journals().size());
        assertFalse(Files.exists(folder));
        assertEquals(2, run("rm", "--yes", "../sessions/20261120-104512-bbbb").exit());
        assertEquals(2, run("rm", "--yes", "2026").exit());
        assertEquals(0, run("rm", "--yes", "20261120", "Tea").exit());
        assertEquals(List.of(), stage.box().journals());
        try (var left = Files.list(stage.box().sessions())) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void a_session_in_use_is_neither_renamed_nor_removed() {
        Chat chat = Chat.begin(stage);
        chat.converse("hello", "fine ");
        String id = stage.box().journal().ofType("session").get(0).path("id").asText();
        for (String[] words : new String[][] {{"rename", id, "x"}, {"rm", "--yes", id}}) {
            Run run = run(words);
            assertTrue(run.exit() != 0, run.toString());
            assertTrue(run.err().contains("is in use by process"), run.toString());
        }
        assertEquals(1, stage.box().journals().size());
        assertTrue(ended("search", "hello").out().startsWith(id + ":1: hello"));
    }

    @Test
    void path_names_the_folder_or_a_file() {
        three();
        assertEquals(stage.box().sessions() + "\n", ended("path").out());
        assertEquals(
                stage.box().sessions().resolve("20261119-104512-cccc.jsonl") + "\n",
                ended("path", "Tea").out());
        assertEquals(2, run("path", "../../etc").exit());
    }
}
