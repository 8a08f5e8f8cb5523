package dev.belay.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Answers ANSWERS = new Answers(new Manual());
    private static final String HONEST = "not a language model";
    private static final String QUESTION = "Where are my chats saved?";
    private static final String NOTE = "\n\n[interrupted by the user]";
    private static final String GO_ON = "Continue exactly where your answer was cut off, without repeating anything.";

    @Test
    void theFirstAnswerOfAConversationSaysWhoIsTalking() {
        assertTrue(ANSWERS.to(List.of(user(QUESTION)))
                .lines()
                .findFirst()
                .orElseThrow()
                .contains(HONEST));
    }

    @Test
    void laterAnswersDoNotRepeatIt() {
        String second = ANSWERS.to(List.of(user("hello"), assistant("Hello."), user(QUESTION)));

        assertTrue(second.startsWith("## Where conversations are saved"), second);
        assertFalse(second.contains(HONEST));
    }

    @Test
    void anAnswerNamesThePageItIsFrom() {
        assertTrue(ANSWERS.to(List.of(user(QUESTION))).endsWith("`belay help sessions`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "Hi!", "Who are you?", "what can you do", "", "write a haiku about autumn leaves"})
    void whatTheManualCannotAnswerGetsTheTopicsAndTheWayToARealModel(String question) {
        String answer = ANSWERS.to(List.of(user(question)));

        assertTrue(answer.contains("stopping, keys, display, commands"), answer);
        assertTrue(answer.contains("OPENAI_API_KEY"), answer);
        assertFalse(answer.contains("## "), answer);
    }

    @Test
    void theLastUserMessageIsTheQuestionAndSystemMessagesAreNot() {
        Spoken system = new Spoken("system", "Talk about exit codes.");

        assertEquals(ANSWERS.to(List.of(user(QUESTION))), ANSWERS.to(List.of(system, user(QUESTION))));
    }

    @Test
    void anAnswerThatWasCutAnywhereGoesOnFromThere() {
        String whole = ANSWERS.to(List.of(user(QUESTION)));
        for (int cut = 1; cut < whole.length(); cut++) {
            String part = whole.substring(0, cut).stripTrailing();
            String rest = ANSWERS.to(List.of(user(QUESTION), assistant(part + NOTE), user(GO_ON)));

            assertEquals(whole, part + rest);
        }
    }

    @Test
    void theNoteMayStandOnTheSameLineOrBeMissing() {
        String whole = ANSWERS.to(List.of(user(QUESTION)));
        String part = whole.substring(0, 120).stripTrailing();

        for (String note : List.of("", " [response interrupted by user]", "\n[interrupted]\n")) {
            assertEquals(whole, part + ANSWERS.to(List.of(user(QUESTION), assistant(part + note), user("continue"))));
        }
    }

    @Test
    void aContinuationThatWasCutGoesOnToo() {
        String whole = ANSWERS.to(List.of(user(QUESTION)));
        String first = whole.substring(0, 100).stripTrailing();
        String second = whole.substring(first.length(), 220).stripTrailing();

        String third = ANSWERS.to(
                List.of(user(QUESTION), assistant(first + NOTE), user(GO_ON), assistant(second + NOTE), user(GO_ON)));

        assertEquals(whole, first + second + third);
    }

    @Test
    void aLaterAnswerThatWasCutGoesOnWithoutAnIntroduction() {
        List<Spoken> before = List.of(user("hi"), assistant("Hello."), user("exit codes"));
        String whole = ANSWERS.to(before);
        String part = whole.substring(0, 50).stripTrailing();

        String rest = ANSWERS.to(
                List.of(user("hi"), assistant("Hello."), user("exit codes"), assistant(part + NOTE), user(GO_ON)));

        assertEquals(whole, part + rest);
    }

    @Test
    void withNothingToContinueTheWordIsAQuestionAsAnyOther() {
        String complete = ANSWERS.to(List.of(user(QUESTION)));
        String heading = "/continue: have the rest of an answer";

        assertTrue(ANSWERS.to(List.of(user("continue"))).contains(heading));
        assertTrue(ANSWERS.to(List.of(user(QUESTION), assistant(complete), user("continue")))
                .contains(heading));
        assertTrue(ANSWERS.to(List.of(user(QUESTION), assistant("A foreign text" + NOTE), user("continue")))
                .contains(heading));
    }

    private static Spoken user(String text) {
        return new Spoken("user", text);
    }

    private static Spoken assistant(String text) {
        return new Spoken("assistant", text);
    }
}
