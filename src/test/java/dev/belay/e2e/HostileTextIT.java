package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Screen;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A model's answer is text from outside: no control sequence of it reaches a terminal. */
@Timeout(60)
class HostileTextIT {
    /** Each does something to a terminal that obeys it; as the terminal would get them, in Latin-1 characters. */
    private static final List<String> FORBIDDEN = List.of(
            "\033]0;", "\033]52;", "\033[2J", "\033[8m", "\033[38;5;123m", "\033P", "\033c", "\033#8", "\033[6n", "\033[?1049h", "\007", "\u00C2\u009B", "\u00E2\u0080\u00AE", "\016");

    private static final List<String> ATTACKS = List.of(
            "\033]0;pwned\007", "\033]52;c;cHduZWQ=\007", "\033[2J", "\033[8m", "\033[38;5;123m", "\033Pq\033\\", "\033c", "\033#8", "\033[6n", "\033[?1049h", "\007", "\u009B2J", "\u202E", "\016");

    @AutoClose
    private final Stage stage = new Stage();

    private static void assertHarmless(TerminalSession terminal, int from) {
        String got = terminal.raw().substring(from);
        for (String sequence : FORBIDDEN) {
            assertFalse(got.contains(sequence), "the terminal got " + sequence.replace("\033", "ESC ") + "\n" + terminal.picture());
        }
        assertFalse(terminal.look(Screen::title).contains("pwned"), "the title was changed");
    }

    @Test
    void escape_sequences_of_an_answer_do_not_reach_the_terminal() {
        Chat chat = Chat.begin(stage);
        int from = chat.terminal().raw().length();
        Exchange exchange = chat.answering("tell me", "before ");
        for (String attack : ATTACKS) {
            exchange.token(" a" + attack + "b ");
        }
        exchange.token("after ").done();
        chat.terminal().awaitText("after");
        chat.terminal().awaitPrompt();
        assertHarmless(chat.terminal(), from);
        assertTrue(chat.terminal().shows("before"), chat.terminal().picture());
    }

    @Test
    void sequences_that_are_split_over_pieces_do_not_reach_it_either() {
        Chat chat = Chat.begin(stage);
        int from = chat.terminal().raw().length();
        Exchange exchange = chat.answering("tell me", "before ");
        for (String attack : ATTACKS) {
            attack.chars().forEach(c -> exchange.token(Character.toString(c)));
            exchange.token(" ");
        }
        exchange.token("after ").done();
        chat.terminal().awaitText("after");
        chat.terminal().awaitPrompt();
        assertHarmless(chat.terminal(), from);
    }

    @Test
    void an_answer_that_ends_inside_a_sequence_leaves_the_prompt_whole() {
        Chat chat = Chat.begin(stage);
        chat.answering("tell me", "before ").token("\033]0;never ended").done();
        chat.terminal().awaitPrompt();
        chat.converse("again", "three ");
        assertFalse(chat.terminal().raw().contains("\033]0;never"), "the start of a title");
    }

    @Test
    void reasoning_and_errors_are_cleaned_as_well() {
        Chat chat = Chat.begin(stage);
        int from = chat.terminal().raw().length();
        chat.ask("tell me").begin().reasoning("hm" + String.join("", ATTACKS)).token("ok ").done();
        chat.terminal().awaitText("ok");
        chat.terminal().awaitPrompt();
        String message = Json.quote("refused" + String.join("", ATTACKS));
        chat.ask("again").respond("400 Bad Request", "application/json", "{\"error\":{\"message\":" + message + "}}");
        chat.terminal().awaitText("refused");
        chat.terminal().awaitPrompt();
        assertHarmless(chat.terminal(), from);
    }

    @Test
    void a_one_shot_on_a_terminal_is_cleaned_as_well() {
        TerminalSession terminal = stage.terminal(stage.belay("hello"));
        Exchange exchange = stage.server().awaitRequest().begin().token("before ");
        ATTACKS.forEach(exchange::token);
        exchange.token(" after").done();
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.shows("after"), terminal.picture());
        assertHarmless(terminal, 0);
    }

    @Test
    void the_journal_keeps_what_the_model_really_said() {
        Chat chat = Chat.begin(stage);
        chat.answering("tell me", "before ").token("\033[31mred ").done();
        chat.terminal().awaitPrompt();
        assertEquals("before \033[31mred ", stage.box().journal().lastText());
    }
}
