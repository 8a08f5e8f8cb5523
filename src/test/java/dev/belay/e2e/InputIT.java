package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages of several lines, and the memory of what was typed. */
@Timeout(60)
class InputIT {
    @AutoClose
    private final Stage stage = new Stage();

    private String sent() {
        return stage.server().awaitRequest().request().lastUserText();
    }

    @Test
    void a_pasted_block_of_lines_is_one_message() {
        TerminalSession belay = stage.repl();
        belay.press("\033[200~first line\rsecond line\033[201~");
        belay.awaitScreen(s -> s.cursorLine().endsWith("second line"), "the pasted text");
        belay.press(Keys.ENTER);
        assertEquals("first line\nsecond line", sent());
    }

    @Test
    void a_trailing_backslash_goes_on_in_the_next_line() {
        TerminalSession belay = stage.repl();
        belay.press("first line\\" + Keys.ENTER);
        belay.press("second line" + Keys.ENTER);
        assertEquals("first line\nsecond line", sent());
    }

    @Test
    void a_block_between_triple_quotes_is_one_message() {
        TerminalSession belay = stage.repl();
        belay.press("\"\"\"" + Keys.ENTER + "first line" + Keys.ENTER + Keys.ENTER + "  second line" + Keys.ENTER
                + "\"\"\"" + Keys.ENTER);
        assertEquals("first line\n\n  second line", sent().stripTrailing());
    }

    @Test
    void alt_enter_puts_a_new_line() {
        TerminalSession belay = stage.repl();
        belay.press("first line\033\rsecond line" + Keys.ENTER);
        assertEquals("first line\nsecond line", sent());
    }

    @Test
    void special_characters_are_sent_as_typed() {
        TerminalSession belay = stage.repl();
        String text = "what's !! and $HOME \"quoted\" # 漢字 ~ {x}";
        belay.press(text + Keys.ENTER);
        assertEquals(text, sent());
    }

    @Test
    void an_empty_line_sends_nothing() {
        Chat chat = Chat.begin(stage);
        chat.terminal().press(Keys.ENTER + "   " + Keys.ENTER);
        chat.terminal().press("hello" + Keys.ENTER);
        assertEquals("hello", sent());
        assertEquals(1, stage.server().requests());
    }

    @Test
    void up_brings_back_what_an_earlier_run_was_asked_and_only_the_owner_can_read_it() throws IOException {
        Chat chat = Chat.begin(stage);
        chat.converse("a question to remember", "one ");
        chat.terminal().press(Keys.CTRL_D);
        assertEquals(0, chat.terminal().waitFor());
        Path history = Path.of(stage.box().environment().get("XDG_STATE_HOME"), "belay", "history");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));

        TerminalSession again = stage.repl();
        again.pressCursor(Keys.UP);
        again.awaitPrompt("a question to remember");
    }

    private static String pasted(String text) {
        return "\033[200~" + text.replace('\n', '\r') + "\033[201~";
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("line ")
                    .append(i)
                    .append(" of a long text ")
                    .append("x".repeat(80))
                    .append('\n');
        }
        return lines.toString();
    }

    @Test
    void a_megabyte_of_lines_is_one_piece_in_the_line_and_sent_in_full() {
        Chat chat = Chat.begin(stage);
        String text = "/* code */\n" + lines(10_000);
        chat.terminal().press(pasted(text) + "what is this?");
        chat.terminal()
                .awaitScreen(
                        s -> s.cursorLine().matches("› \\[pasted 10,001 lines, 1\\.\\d MB]what is this\\?"),
                        "the paste as one piece, and the keys after it");
        chat.terminal().press(Keys.ENTER);
        assertEquals(text + "what is this?", sent());
    }

    @Test
    void a_long_paste_is_removed_by_one_key_and_brought_back_by_another() {
        TerminalSession belay = stage.repl();
        belay.press("see: " + pasted("y".repeat(1_000_000)));
        belay.awaitPrompt("see: [pasted 1.0 MB]");
        belay.press(Keys.BACKSPACE);
        belay.awaitPrompt("see:");
        belay.press("\037");
        belay.awaitPrompt("see: [pasted 1.0 MB]");
        belay.press(Keys.ENTER);
        assertEquals("see: " + "y".repeat(1_000_000), sent());
    }

    @Test
    void a_long_paste_while_an_answer_streams_waits_in_the_prompt_and_stops_nothing() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        String text = lines(5_000) + "a control character: \003.";
        chat.terminal().press(pasted(text));
        exchange.token("two ");
        chat.terminal().awaitText("one two");
        chat.terminal().press("!");
        exchange.done();
        chat.terminal()
                .awaitScreen(
                        s -> s.cursorLine().matches("› \\[pasted 5,001 lines, .*]!"), "the paste in the next prompt");
        assertEquals(0, chat.stops());
        chat.terminal().press(Keys.ENTER);
        assertEquals(text + "!", sent());
    }

    @Test
    void a_long_message_comes_back_from_the_history_as_one_piece() {
        Chat chat = Chat.begin(stage);
        String text = lines(200).strip();
        chat.terminal().press(pasted(text));
        chat.terminal().awaitScreen(s -> s.cursorLine().contains("[pasted"), "the paste");
        chat.terminal().press(Keys.ENTER);
        stage.server().awaitRequest().begin().token("yes ").done();
        chat.terminal().awaitText("yes");
        chat.terminal().awaitPrompt();
        chat.terminal().pressCursor(Keys.UP);
        chat.terminal().awaitScreen(s -> s.cursorLine().startsWith("› [200 lines"), "the message");
        chat.terminal().press(Keys.ENTER);
        assertEquals(text, sent());
    }

    private void editor(String script) {
        stage.box().set("VISUAL", stage.box().program("editor", script).toString());
    }

    @Test
    void the_editor_gets_the_draft_and_every_key_and_gives_the_text_back() throws IOException {
        editor("cat \"$1\"; echo 'in the editor'; read -r line; echo \"$line\" >> \"$1\"\n");
        TerminalSession belay = stage.repl();
        belay.press("the draft\030\005");
        belay.awaitText("in the editor");
        belay.awaitAttribute("icanon");
        belay.press("typed there" + Keys.ENTER);
        belay.awaitScreen(s -> s.cursorLine().equals("  typed there"), "the text as it was left");
        assertEquals(true, belay.look(screen -> screen.applicationKeys() && screen.bracketedPaste()));
        belay.press("!" + Keys.ENTER);
        assertEquals("the draft\ntyped there!", sent());
        try (var left = Files.list(Path.of(stage.box().environment().get("TMPDIR")))) {
            assertEquals(
                    0,
                    left.filter(file -> file.getFileName().toString().startsWith("belay-"))
                            .count());
        }
    }

    @Test
    void an_editor_that_fails_or_is_not_there_leaves_the_text_as_it_was() throws IOException {
        editor("echo changed > \"$1\"; exit 3\n");
        TerminalSession belay = stage.repl();
        belay.press("the draft\030\005");
        belay.awaitText("the editor ended with exit code 3; the text is as it was");
        belay.awaitPrompt("the draft");
        belay.press(Keys.CTRL_C);
        belay.awaitPrompt();
        belay.press(Keys.CTRL_D);
        stage.box().set("VISUAL", "/nowhere/editor");
        TerminalSession other = stage.repl();
        other.press("again\030\005");
        other.awaitText("the editor “/nowhere/editor” cannot be started; set VISUAL or EDITOR");
        other.awaitPrompt("again");
    }

    @Test
    void with_the_keys_of_vi_letters_are_commands_after_esc_and_ctrl_c_and_enter_do_what_they_do() throws IOException {
        Path config = Path.of(stage.box().environment().get("XDG_CONFIG_HOME"), "belay", "config.toml");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "keys = \"vi\"\n");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        TerminalSession belay = stage.repl();
        belay.press("one two");
        belay.awaitPrompt("one two");
        belay.press(Keys.ESC);
        belay.awaitScreen(s -> s.wholeCursorLine().contains("vi test-model"), "the mode");
        belay.press("bcwthree");
        belay.awaitPrompt("one three");
        belay.press(Keys.ESC);
        belay.awaitScreen(s -> s.wholeCursorLine().contains("vi test-model"), "the mode");
        belay.press(Keys.CTRL_C);
        belay.awaitPrompt();
        belay.press("sent");
        belay.awaitPrompt("sent");
        belay.press(Keys.ESC);
        belay.awaitScreen(s -> s.wholeCursorLine().contains("vi test-model"), "the mode");
        belay.press(Keys.ENTER);
        assertEquals("sent", sent());
    }

    @Test
    void the_rest_of_an_earlier_line_is_offered_in_grey_and_taken_by_the_cursor_key() {
        Chat chat = Chat.begin(stage);
        chat.converse("a question to ask again", "one ");
        chat.terminal().press("a que");
        chat.terminal().awaitScreen(s -> s.wholeCursorLine().startsWith("› a question to ask again"), "the hint");
        chat.terminal().awaitPrompt("a que");
        chat.terminal().pressCursor(Keys.RIGHT);
        chat.terminal().awaitPrompt("a question to ask again");
    }

    @Test
    void a_command_that_begins_so_is_offered_with_what_it_does_and_nothing_of_it_is_sent_unless_taken() {
        TerminalSession belay = stage.repl();
        belay.press("/reas");
        belay.press("\b\b\bet");
        belay.awaitScreen(s -> s.wholeCursorLine().startsWith("› /retry [MODEL]  ask"), "the hint");
        belay.press(Keys.CTRL_C);
        belay.awaitPrompt();
        belay.press("/mod");
        belay.awaitScreen(s -> s.wholeCursorLine().startsWith("› /model [NAME]  show the model"), "the hint");
        belay.press(Keys.ENTER);
        belay.awaitText("there is no command /mod");
    }

    @Test
    void without_colour_there_is_neither_hint_nor_anything_at_the_right() {
        stage.box().set("NO_COLOR", "1");
        TerminalSession belay = stage.repl();
        belay.press("/mod");
        belay.awaitScreen(s -> s.wholeCursorLine().equals("› /mod"), "the line alone");
    }

    @Test
    void the_model_stands_at_the_right_until_the_line_is_sent_and_only_in_a_wide_window() {
        Chat chat = Chat.begin(stage);
        chat.terminal().awaitScreen(s -> s.wholeCursorLine().endsWith(" test-model"), "the model");
        chat.answering("hello", "one ").done();
        chat.terminal().awaitScreen(s -> s.lines().contains("› hello"), "the sent line alone");
        chat.terminal().awaitPrompt();
        chat.terminal().resize(50, 20);
        chat.terminal().press("y");
        chat.terminal().awaitScreen(s -> s.wholeCursorLine().equals("› y"), "the line alone in the narrow window");
        chat.terminal().press(Keys.BACKSPACE);
        chat.terminal().awaitPrompt();
        chat.terminal().press(Keys.ENTER + Keys.ENTER + "x");
        chat.terminal().awaitScreen(s -> s.wholeCursorLine().equals("› x"), "the line alone");
    }

    /** Goes on with an answer for so many words that what was typed before has been read; nothing on the screen tells that. */
    private static void goOn(Exchange exchange, Chat chat, String word) {
        for (int i = 0; i < 30; i++) {
            exchange.token(word + i + " ");
            chat.terminal().awaitText(word + i);
        }
    }

    @Test
    void a_message_sent_while_an_answer_streams_is_told_when_it_ends() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "one ");
        chat.terminal().press("and the" + Keys.BACKSPACE + "n?" + Keys.ENTER);
        goOn(exchange, chat, "early");
        // By now the first has been read: two that are read at once are taken for one that is pasted.
        chat.terminal().press("x".repeat(300) + Keys.ENTER);
        goOn(exchange, chat, "late");
        exchange.done();
        chat.terminal().awaitText("queued: and thn?");
        assertEquals("and thn?", sent());
        assertEquals(1, chat.terminal().count("queued: x"));
        assertEquals(1, chat.terminal().count("xx…"));
    }

    @Test
    void no_key_typed_into_a_flood_of_tokens_is_lost() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.ask("tell me").begin();
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 100; j++) {
                exchange.token("word ");
            }
            chat.terminal().press("k" + i + " ");
            typed.append("k").append(i).append(' ');
        }
        exchange.done();
        chat.terminal().awaitScreen(s -> s.cursorLine().endsWith("k199"), "the last key");
        chat.terminal().press(Keys.ENTER);
        assertEquals(typed.toString().strip(), sent().strip());
    }

    @Test
    void keys_that_nothing_is_bound_to_leave_no_text() {
        TerminalSession belay = stage.repl();
        belay.press("a\033[15~b\033[1;2Pc\033[99;7ud\033[?5xe");
        belay.awaitPrompt("abcde");
    }

    @Test
    void words_are_gone_over_and_what_was_done_is_undone() {
        TerminalSession belay = stage.repl();
        belay.press("one two three");
        belay.awaitPrompt("one two three");
        belay.press("\033[1;5D\033b!");
        belay.awaitPrompt("one !two three");
        belay.press("\037");
        belay.awaitPrompt("one two three");
    }

    @Test
    void a_line_of_flags_and_families_can_be_erased() {
        TerminalSession belay = stage.repl();
        belay.press("a🇩🇪👨‍👩‍👧é漢z");
        belay.awaitScreen(s -> s.cursorLine().endsWith("漢z"), "the line");
        belay.press(Keys.BACKSPACE + Keys.BACKSPACE + Keys.BACKSPACE + Keys.BACKSPACE + Keys.BACKSPACE);
        belay.awaitPrompt("a");
    }

    @Test
    void a_window_without_a_size_is_taken_for_a_usual_one() {
        TerminalSession shell = stage.shell();
        shell.press("stty rows 0 cols 0; " + stage.shellBelay() + Keys.ENTER);
        shell.awaitPrompt();
        shell.press("hello" + Keys.ENTER);
        assertEquals("hello", sent());
    }

    @Test
    void a_window_of_one_column_loses_nothing_that_is_typed() {
        TerminalSession belay = stage.repl();
        belay.resize(1, 3);
        belay.press("a line" + Keys.ENTER);
        assertEquals("a line", sent());
    }

    @Test
    void a_history_that_is_huge_or_no_text_keeps_nobody_from_chatting() throws IOException {
        Path history = Path.of(stage.box().environment().get("XDG_STATE_HOME"), "belay", "history");
        Files.createDirectories(history.getParent());
        byte[] all = new byte[20_000_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i % 100 == 0 ? '\n' : i % 100 < 14 ? '1' : i % 100 == 14 ? ':' : 0xff);
        }
        Files.write(history, all);
        TerminalSession belay = stage.repl();
        belay.press("hello" + Keys.ENTER);
        assertEquals("hello", sent());
        assertEquals(true, Files.size(history) < 10_000_000);
    }

    private TerminalSession askedWhetherToListAll() throws IOException {
        Path folder = Files.createDirectories(stage.box().work().resolve("many"));
        for (int i = 0; i < 110; i++) {
            Files.createFile(folder.resolve("file" + i));
        }
        TerminalSession belay = stage.repl();
        belay.press("/file many/file");
        belay.awaitPrompt("/file many/file");
        belay.press("\t");
        belay.awaitText("do you wish to see all 110 possibilities");
        return belay;
    }

    @Test
    void one_ctrl_c_at_the_question_whether_to_list_so_many_clears_the_line() throws IOException {
        TerminalSession belay = askedWhetherToListAll();
        belay.press(Keys.CTRL_C);
        belay.awaitPrompt();
        belay.awaitScreen(s -> !s.text().contains("do you wish"), "the question to go");
        belay.pressCursor(Keys.UP);
        belay.awaitPrompt("/file many/file");
    }

    @Test
    void sigterm_ends_at_once_at_the_question_whether_to_list_so_many() throws IOException {
        TerminalSession belay = askedWhetherToListAll();
        belay.handle().destroy();
        assertEquals(143, belay.waitFor());
    }
}
