package dev.belay.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.screen.Received;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A model's answer is text from outside: no control sequence of it reaches a terminal. */
@Timeout(60)
class HostileTextIT {
    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void escape_sequences_of_an_answer_do_not_reach_the_terminal() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "before ");
        Received before = chat.terminal().received();
        for (String attack : Attacks.SEQUENCES) {
            exchange.token(" a" + attack + "b ");
        }
        exchange.token("after ").done();
        chat.terminal().awaitText("after");
        chat.terminal().awaitPrompt();
        Attacks.assertHarmless(chat.terminal(), before);
        assertTrue(chat.terminal().shows("before"), chat.terminal().picture());
    }

    @Test
    void sequences_that_are_split_over_pieces_do_not_reach_it_either() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "before ");
        Received before = chat.terminal().received();
        for (String attack : Attacks.SEQUENCES) {
            attack.chars().forEach(c -> exchange.token(Character.toString(c)));
            exchange.token(" ");
        }
        exchange.token("after ").done();
        chat.terminal().awaitText("after");
        chat.terminal().awaitPrompt();
        Attacks.assertHarmless(chat.terminal(), before);
    }

    @Test
    void wherever_a_sequence_is_cut_in_two_it_does_not_reach_it() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "before ");
        Received before = chat.terminal().received();
        for (String attack : Attacks.SEQUENCES) {
            IntStream.range(1, attack.length())
                    .forEach(cut ->
                            exchange.token("a" + attack.substring(0, cut)).token(attack.substring(cut) + "b "));
        }
        exchange.token("\n\nafter ").done();
        chat.terminal().awaitText("after");
        chat.terminal().awaitPrompt();
        Attacks.assertHarmless(chat.terminal(), before);
    }

    @Test
    void one_that_comes_to_be_only_when_markdown_is_understood_does_not_reach_it() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "before ");
        Received before = chat.terminal().received();
        for (String attack : Attacks.IN_MARKDOWN) {
            exchange.token("a " + attack + " b\n\n");
            attack.chars().forEach(c -> exchange.token(Character.toString(c)));
            exchange.token("\n\n");
        }
        exchange.token("\n\nafter ").done();
        chat.terminal().awaitText("after");
        chat.terminal().awaitPrompt();
        Attacks.assertHarmless(chat.terminal(), before);
    }

    @Test
    void what_turns_the_order_of_characters_is_made_visible_or_left_out() {
        Chat chat = Chat.begin(stage);
        Exchange exchange = chat.answering("tell me", "before ");
        Received before = chat.terminal().received();
        for (String turn : Attacks.TURNS) {
            exchange.token("access" + turn + "level ")
                    .token("**x" + turn + "y** `" + turn + "` [" + turn + "](https://a.example/" + turn + ")\n");
        }
        exchange.token("\n\nafter ").done();
        chat.terminal().awaitText("after");
        chat.terminal().awaitPrompt();
        Attacks.assertHarmless(chat.terminal(), before);
        assertTrue(
                chat.terminal().text().replaceAll("\\s", "").contains("access"),
                chat.terminal().picture());
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
        Received before = chat.terminal().received();
        chat.ask("tell me")
                .begin()
                .reasoning("hm" + String.join("", Attacks.SEQUENCES))
                .token("ok ")
                .done();
        chat.terminal().awaitText("ok");
        chat.terminal().awaitPrompt();
        String message = Json.quote("refused" + String.join("", Attacks.SEQUENCES));
        chat.ask("again").respond("400 Bad Request", "application/json", "{\"error\":{\"message\":" + message + "}}");
        chat.terminal().awaitText("refused");
        chat.terminal().awaitPrompt();
        Attacks.assertHarmless(chat.terminal(), before);
    }

    @Test
    void a_one_shot_on_a_terminal_is_cleaned_as_well() {
        TerminalSession terminal = stage.terminal(stage.belay("hello"));
        Exchange exchange = stage.server().awaitRequest().begin().token("before ");
        Attacks.SEQUENCES.forEach(exchange::token);
        exchange.token(" after").done();
        assertEquals(0, terminal.waitFor());
        assertTrue(terminal.shows("after"), terminal.picture());
        Attacks.assertHarmless(terminal, new Received());
    }

    @Test
    void the_journal_keeps_what_the_model_really_said() {
        Chat chat = Chat.begin(stage);
        chat.answering("tell me", "before ").token("\033[31mred ").done();
        chat.terminal().awaitPrompt();
        assertEquals("before \033[31mred ", stage.box().journal().lastText());
    }
}
