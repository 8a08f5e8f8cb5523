package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a start does without: the table of models and the vocabularies are loaded when something asks, and not before. */
@Timeout(60)
class LeanStartIT {
    @AutoClose
    private final Stage stage = new Stage();

    private final Path log = stage.box().work().resolve("classes.log");

    /** The launcher, whose java writes down each class that it loads. */
    private List<String> watched(String... arguments) {
        Path launcher = stage.box().work().resolve("bin").resolve("belay");
        try {
            Path image = Path.of(Image.launcher()).getParent().getParent();
            String script = Files.readString(Path.of(Image.launcher()))
                    .replace("home=${self%/*}/..", "home=" + image)
                    .replace(" -Xlog:disable -Xlog:all=off", " -Xlog:disable -Xlog:class+load=info:file=" + log);
            assertTrue(script.contains("class+load") && script.contains("home=" + image), script);
            Files.createDirectories(launcher.getParent());
            Files.writeString(launcher, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stage.box()
                .set("OPENAI_API_KEY", "sk-marked")
                .set("OPENAI_BASE_URL", stage.server().baseUrl());
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/env", "sh", launcher.toString(), "-m", "openai/gpt-4o"));
        command.addAll(List.of(arguments));
        return command;
    }

    private String loaded() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertLean() {
        String classes = loaded();
        assertTrue(classes.contains("dev.belay.cli.Models "), "the log has nothing of belay's");
        for (String heavy : new String[] {
            "dev.belay.config.ModelTable ", "com.knuddels.", "dev.belay.cli.Listings ", "dev.belay.view.Dollars "
        }) {
            assertFalse(classes.contains(heavy), heavy);
        }
    }

    @Test
    void one_question_loads_neither_table_nor_vocabulary() {
        Run run = stage.run(watched("hello"));
        stage.server().awaitRequest().begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        assertLean();
    }

    @Test
    void nor_does_one_about_fifteen_kilobytes_that_are_piped_in() {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "printf '%15000d' 1 | \"$@\"", "script"));
        command.addAll(watched("hello"));
        Run run = stage.run(command);
        stage.server().awaitRequest().begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        assertLean();
        assertFalse(loaded().contains("dev.belay.file.Excerpt "));
    }

    @Test
    void nor_does_a_chat_to_its_first_prompt_nor_its_first_stop() {
        Chat chat = new Chat(stage.terminal(watched()), stage.server());
        chat.terminal().awaitPrompt();
        chat.answering("tell me", "one two ");
        chat.stop();
        assertLean();
    }

    @Test
    void an_answer_that_lasts_loads_both_and_its_stop_has_a_price() {
        Chat chat = new Chat(stage.terminal(watched()), stage.server());
        chat.terminal().awaitPrompt();
        Exchange exchange = chat.ask("tell me").begin();
        exchange.flood();
        chat.terminal()
                .awaitScreen(
                        s -> loaded().contains("com.knuddels.jtokkit.TokenEncoder "), "the vocabulary to be loaded");
        chat.stop();
        assertTrue(chat.stopLine().matches("⏹ interrupted · ~\\d+ tokens · ~\\$[0-9.]+ · [0-9.]+ s"), chat.stopLine());
        assertTrue(loaded().contains("dev.belay.config.ModelTable "));
    }

    /** Opening a pipe that nobody writes into would never end. */
    @Test
    void a_question_opens_neither_other_sessions_nor_the_history_nor_any_list_of_models() {
        Path home = stage.box().root();
        List<String> places = List.of(
                "data/belay/sessions/20260101-120000-aaaa.jsonl",
                "data/belay/sessions/20260101-120000-aaaa.jsonl.lock",
                "state/belay/history",
                "cache/belay/models/openai",
                "cache/belay/models/openai.tsv",
                "home/.netrc",
                "home/.belayrc");
        for (String place : places) {
            stage.box().folder(Path.of(place).getParent().toString());
            Commands.output("mkfifo", home.resolve(place).toString());
        }
        Run run = stage.oneShot("hello");
        stage.server().awaitRequest().begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("fine", run.out());
        assertEquals("", run.err());
    }

    @Test
    void without_saving_nothing_is_written_and_a_home_that_is_none_does_no_harm() {
        stage.box()
                .set("HOME", "/dev/null/none")
                .set("XDG_DATA_HOME", "/dev/null/data")
                .set("XDG_STATE_HOME", "/dev/null/state")
                .set("XDG_CACHE_HOME", "/dev/null/cache")
                .set("XDG_CONFIG_HOME", "/dev/null/config");
        Run run = stage.oneShot("--no-save", "hello");
        stage.server().awaitRequest().begin().token("fine").done();
        assertEquals(0, run.exit(), run.toString());
        assertEquals("", run.err());
    }
}
