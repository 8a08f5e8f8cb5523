package dev.belay.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.belay.chat.Act;
import dev.belay.chat.Answer;
import dev.belay.chat.Attachment;
import dev.belay.chat.Event;
import dev.belay.chat.Limits;
import dev.belay.chat.Problem;
import dev.belay.chat.ProblemException;
import dev.belay.chat.Question;
import dev.belay.chat.Round;
import dev.belay.chat.ScriptedExchange;
import dev.belay.chat.Sink;
import dev.belay.config.Tuning;
import dev.belay.session.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model that is known not to take a file is not asked. */
class IntakeTest {

    private static final Attachment PICTURE = new Attachment("a.png", "image/png", new byte[] {1});
    private static final Attachment PAPER = new Attachment("b.pdf", "application/pdf", new byte[] {1});
    private static final Attachment NOTES = new Attachment("notes.txt", "text/plain", new byte[] {'x'});
    private static final Act BEFORE = new Act(1, Question.of("before", List.of(PICTURE)), "a cat", Round.End.COMPLETE);

    private final Session session = Session.unsaved();

    /** Must be told nothing. */
    private static final Sink SILENT = new Sink() {
        @Override
        public void accept(Event event) {
            throw new AssertionError(event);
        }

        @Override
        public void end(Answer answer) {
            throw new AssertionError(answer);
        }
    };

    private Problem refused(Intake intake, Question question) {
        Model model = new Model("p/m", "m", new ScriptedExchange(), Terms.UNKNOWN, intake);
        Dialogue dialogue =
                new Dialogue(session, model, new Manner(Limits.DEFAULT, Tuning.none()), new Interrupts(cause -> {}));
        List<Round> before = session.conversation().rounds();
        Problem problem = assertThrows(ProblemException.class, () -> dialogue.ask(question, SILENT))
                .problem();
        assertEquals(Problem.Kind.FILE, problem.kind());
        assertEquals(before, session.conversation().rounds());
        return problem;
    }

    @Test
    void aPictureIsNotSentToAModelThatTakesNone() {
        assertEquals(
                "p/m takes no pictures, so a.png was not sent; ask another model, or leave the file out",
                refused(Intake.TEXT_ONLY, Question.of("what is this?", List.of(NOTES, PICTURE)))
                        .sentence());
    }

    @Test
    void aModelMayTakePicturesAndNoDocuments() {
        assertEquals(
                "p/m takes no PDF documents, so b.pdf was not sent; ask another model, or leave the file out",
                refused(kind -> kind == Attachment.Kind.IMAGE, Question.of("?", List.of(PICTURE, PAPER)))
                        .sentence());
    }

    @Test
    void aFileOfAnEarlierMessageIsRefusedInOtherWords() {
        session.conversation().add(BEFORE);
        assertEquals(
                "p/m takes no pictures, and a.png is part of the conversation; ask another model, or take that message back",
                refused(Intake.TEXT_ONLY, Question.of("and now?")).sentence());
    }

    @Test
    void aRetryThatIsRefusedLeavesTheTurnWhereItWas() {
        session.conversation().add(BEFORE);
        refused(Intake.TEXT_ONLY, session.conversation().last().orElseThrow().again());
        assertEquals(
                List.of(BEFORE), session.conversation().last().orElseThrow().history());
    }

    @Test
    void ofTextNobodyIsAsked() {
        Intake never = kind -> {
            throw new AssertionError(kind);
        };
        never.check("m", session.messages(Question.of("?", List.of(NOTES))), List.of(NOTES));
    }

    @Test
    void aModelOfWhichNothingIsKnownIsSentAnything() {
        Question question = Question.of("?", List.of(PICTURE, PAPER, NOTES));
        Intake intake = new Model("m", "m", new ScriptedExchange()).intake();
        intake.check("m", session.messages(question), question.attachments());
    }
}
