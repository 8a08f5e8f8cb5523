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

    private final Conversation conversation = new Conversation();

    @Test
    void aPartialAnswerIsTrimmedAndLabelled() {
        conversation.add(new Round(1, "q", "half an answer \n", End.INTERRUPTED));
        assertEquals(
                List.of(
                        Message.user("q"),
                        Message.assistant("half an answer\n\n[interrupted by the user]"),
                        Message.user("next")),
                conversation.messagesWith("next"));
    }

    @Test
    void anAnswerThatFailedIsLabelledDifferently() {
        conversation.add(new Round(1, "q", "half", End.FAILED));
        assertEquals(
                Message.assistant("half\n\n[broken off by a failure]"),
                conversation.messagesWith("next").get(1));
    }

    @Test
    void aBlankAnswerIsDroppedAndItsNeighboursAreJoined() {
        conversation.add(new Round(1, "one", " \n", End.INTERRUPTED));
        conversation.add(new Round(2, "two", "", End.FAILED));
        assertEquals(List.of(Message.user("one\n\ntwo\n\nthree")), conversation.messagesWith("three"));
    }

    @Test
    void whatTheModelGoesOnWithIsItsOwnWordsAlone() {
        conversation.add(new Round(1, "q", "a", End.COMPLETE));
        conversation.add(new Round(2, "count", "one, two, \n", End.INTERRUPTED));
        assertEquals(
                List.of(
                        Message.user("q"), Message.assistant("a"), Message.user("count"), Message.assistant("one, two,")),
                conversation.messagesGoingOn());
        conversation.join(2, " three", End.COMPLETE);
        assertEquals(Message.assistant("one, two, three"), conversation.messagesWith("next").get(3));
    }

    @Test
    void goingOnInVainLeavesTheAnswerAsItWas() {
        conversation.add(new Round(1, "q", "half ", End.INTERRUPTED));
        conversation.join(1, "", End.FAILED);
        assertEquals(new Round(1, "q", "half ", End.INTERRUPTED), conversation.last().get());
    }

    /** Any history whatever: the rules that every provider insists on hold. */
    @Test
    void noProviderCouldRejectTheForm() {
        Random random = new Random(7);
        String[] texts = {"", " ", "\n", "text", "text \n ", "ä😀"};
        for (int run = 0; run < 5000; run++) {
            Conversation any = new Conversation();
            for (int turn = 1; turn <= random.nextInt(6); turn++) {
                any.add(new Round(
                        turn,
                        texts[random.nextInt(texts.length)],
                        texts[random.nextInt(texts.length)],
                        End.values()[random.nextInt(3)]));
            }
            List<Message> messages = any.messagesWith("last");
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
