package dev.belay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.belay.chat.Message.Role;
import dev.belay.chat.Round.End;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Attachment PICTURE = new Attachment("a.png", "image/png", new byte[] {1});
    private static final Attachment NOTES = new Attachment("notes.txt", "text/plain", new byte[] {'x'});

    private final Conversation conversation = new Conversation();

    @Test
    void aPartialAnswerIsTrimmedAndLabelled() {
        conversation.add(new Act(1, "q", "half an answer \n", End.INTERRUPTED));
        assertEquals(
                List.of(
                        Message.user("q"),
                        Message.assistant("half an answer\n\n[interrupted by the user]"),
                        Message.user("next")),
                conversation.messages(Question.of("next")));
    }

    @Test
    void anAnswerThatFailedIsLabelledDifferently() {
        conversation.add(new Act(1, "q", "half", End.FAILED));
        assertEquals(
                Message.assistant("half\n\n[broken off by a failure]"),
                conversation.messages(Question.of("next")).get(1));
    }

    @Test
    void aBlankAnswerIsDroppedAndItsNeighboursAreJoined() {
        conversation.add(new Act(1, "one", " \n", End.INTERRUPTED));
        conversation.add(new Act(2, "two", "", End.FAILED));
        assertEquals(List.of(Message.user("one\n\ntwo\n\nthree")), conversation.messages(Question.of("three")));
    }

    @Test
    void whatTheModelGoesOnWithIsItsOwnWordsAlone() {
        conversation.add(new Act(1, "q", "a", End.COMPLETE));
        conversation.add(new Act(2, "count", "one, two, \n", End.INTERRUPTED));
        assertEquals(
                List.of(
                        Message.user("q"),
                        Message.assistant("a"),
                        Message.user("count"),
                        Message.assistant("one, two,")),
                conversation.messages(conversation.last().get().goingOn("", Question.Kind.PREFILL)));
        conversation.add(new Act(9, new Question("", Question.Kind.PREFILL, 2, 0, List.of()), " three", End.COMPLETE));
        assertEquals(
                Message.assistant("one, two, three"),
                conversation.messages(Question.of("next")).get(3));
    }

    @Test
    void goingOnInVainLeavesTheAnswerAsItWas() {
        conversation.add(new Act(1, "q", "half ", End.INTERRUPTED));
        conversation.add(new Act(9, new Question("", Question.Kind.PREFILL, 1, 0, List.of()), "", End.FAILED));
        assertEquals("half ", conversation.last().get().answer());
        assertEquals(End.INTERRUPTED, conversation.last().get().end());
    }

    @Test
    void filesGoAlongInEveryLaterRequest() {
        conversation.add(new Act(1, Question.of("what is this?", List.of(PICTURE)), "a cat", End.COMPLETE));
        Message first = Message.user("what is this?", List.of(PICTURE));
        assertEquals(first, conversation.messages(Question.of("sure?")).get(0));
        assertEquals(
                first,
                conversation
                        .messages(conversation.last().get().goingOn("", Question.Kind.PREFILL))
                        .get(0));
    }

    @Test
    void joinedMessagesKeepTheFilesOfBothInTheirOrder() {
        conversation.add(new Act(1, Question.of("one", List.of(PICTURE)), "", End.INTERRUPTED));
        assertEquals(
                List.of(Message.user("one\n\ntwo", List.of(PICTURE, NOTES))),
                conversation.messages(Question.of("two", List.of(NOTES))));
    }

    @Test
    void aMessageThatIsNothingButAFileIsNoBlankOne() {
        conversation.add(new Act(1, Question.of("", List.of(NOTES)), "", End.INTERRUPTED));
        assertEquals(List.of(Message.user("and?", List.of(NOTES))), conversation.messages(Question.of("and?")));
        assertEquals(
                List.of(Message.user("", List.of(NOTES, PICTURE))),
                conversation.messages(Question.of(" ", List.of(PICTURE))));
    }

    @Test
    void aTurnThatIsReplacedIsLeftOutAndStaysRemembered() {
        conversation.add(new Act(1, Question.of("one", List.of(PICTURE)), "1", End.COMPLETE));
        conversation.add(new Act(2, Question.of("two", List.of(NOTES)), "2", End.COMPLETE));
        List<Message> messages = conversation.messages(conversation.last().get().again());
        assertEquals(3, messages.size());
        assertEquals(List.of(NOTES), messages.get(2).attachments());
        assertEquals(2, conversation.rounds().size());
    }

    @Test
    void anAnswerThatIsGoneOnWithKeepsItsFiles() {
        conversation.add(new Act(1, Question.of("one", List.of(PICTURE)), "half", End.INTERRUPTED));
        conversation.add(
                new Act(9, new Question("", Question.Kind.PREFILL, 1, 0, List.of()), " and half", End.COMPLETE));
        assertEquals(List.of(PICTURE), conversation.last().orElseThrow().attachments());
    }

    /** Any history whatever: the rules that every provider insists on hold. */
    @Test
    void noProviderCouldRejectTheForm() {
        Random random = new Random(7);
        String[] texts = {"", " ", "\n", "text", "text \n ", "ä😀"};
        for (int run = 0; run < 5000; run++) {
            Conversation any = new Conversation();
            for (int turn = 1; turn <= random.nextInt(6); turn++) {
                any.add(new Act(
                        turn,
                        texts[random.nextInt(texts.length)],
                        texts[random.nextInt(texts.length)],
                        End.values()[random.nextInt(3)]));
            }
            List<Message> messages = any.messages(Question.of("last"));
            assertEquals(Role.USER, messages.get(0).role());
            assertEquals(Role.USER, messages.get(messages.size() - 1).role());
            for (int i = 0; i < messages.size(); i++) {
                assertFalse(messages.get(i).text().isBlank());
                if (i > 0) {
                    assertNotEquals(messages.get(i - 1).role(), messages.get(i).role());
                }
            }
        }
    }
}
