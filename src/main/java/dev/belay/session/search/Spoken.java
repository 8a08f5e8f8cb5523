package dev.belay.session.search;

import dev.belay.chat.Act;
import dev.belay.chat.Conversation;
import dev.belay.chat.Partial;
import dev.belay.chat.Question;
import dev.belay.chat.Question.Kind;
import dev.belay.chat.Round;
import dev.belay.session.FirstWords;
import dev.belay.session.Transcript;
import dev.belay.session.search.Fields.Figure;
import dev.belay.session.search.Fields.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a session, as one run of letters in which each message and each answer has its place. It understands the
 * records as {@link Transcript} does. Lives on one thread, which may use it for one session after the other.
 */
final class Spoken {

    /** So much of the first message holds a name, and the blanks around it. */
    private static final int AS_MUCH_AS_NAMES = 1000;

    /** Stands for an answer, of which only its place matters. */
    private static final String SOMETHING = "x";

    private final Letters letters = new Letters();

    /** All that was asked, also what was taken back. */
    private final List<SpokenTurn> asked = new ArrayList<>();

    /** What became of that: in place of its text a message has its place among all that was asked. */
    private Conversation conversation = new Conversation();

    private final List<SpokenTurn> turns = new ArrayList<>();
    private @Nullable SpokenTurn open;
    private String model = "";
    private final Letters title = new Letters();
    private String first = "";

    Letters letters() {
        return letters;
    }

    /** The turns that were not taken back. */
    List<SpokenTurn> turns() {
        return turns;
    }

    /** Empty for none. */
    Letters title() {
        return title;
    }

    /** How the first message begins, on one line. */
    String first() {
        return first;
    }

    void clear() {
        letters.clear();
        asked.clear();
        conversation = new Conversation();
        turns.clear();
        open = null;
        model = "";
        title.clear();
        first = "";
    }

    /** The number of the turn that pieces belong to; 0 for none. */
    int openTurn() {
        return open == null ? 0 : open.number;
    }

    /** Takes a record; its text is the last of the letters. */
    void take(Fields record) {
        int turn = record.number(Figure.TURN);
        boolean isOpen = turn > 0 && turn == openTurn();
        String type = Objects.requireNonNull(record.text(Text.TYPE), "a record has a type");
        if (type.equals("user")) {
            ask(record, turn);
        } else if (!type.equals("delta") || !isOpen) {
            String text = type.equals("title") ? letters.text(record.begin(), record.end()) : "";
            letters.cut(record.begin());
            tell(type, record, text, turn, isOpen);
        }
    }

    private void tell(String type, Fields record, String text, int turn, boolean isOpen) {
        switch (type) {
            case "title" -> {
                title.cut(0);
                title.add(text);
            }
            case "session", "set" -> answersFrom(record);
            case "end" -> {
                answersFrom(record);
                if (isOpen) {
                    close(end(record.text(Text.OUTCOME)), record.text(Text.MODEL));
                }
            }
            case "undo" -> {
                close(Round.End.INTERRUPTED, null);
                conversation.undo(turn);
            }
            default -> {
                // No concern of ours.
            }
        }
    }

    private void answersFrom(Fields record) {
        String told = record.text(Text.MODEL);
        model = told == null ? model : told;
    }

    private void ask(Fields record, int turn) {
        int begin = record.begin();
        int end = record.end();
        // What was being said ends before the message that is read already.
        close(begin, Round.End.INTERRUPTED, null);
        if (turn == 0) {
            return;
        }
        open = new SpokenTurn(turn, question(record), begin, end, letters.length(), record.text(Text.AT));
        if (first.isEmpty()) {
            first = name(begin, end);
        }
    }

    private Question question(Fields record) {
        int prefills = record.number(Figure.PREFILLS);
        int continues = record.number(Figure.CONTINUES);
        Kind kind = prefills > 0 ? Kind.PREFILL : continues > 0 ? Kind.CONTINUE : Kind.NEW;
        boolean discards = Transcript.DISCARD.equals(record.text(Text.ON_INTERRUPT));
        return new Question(
                        Integer.toString(asked.size()),
                        kind,
                        Math.max(prefills, continues),
                        record.number(Figure.RETRIES),
                        List.of())
                .with(discards ? Partial.DISCARDED : Partial.KEPT);
    }

    private String name(int begin, int end) {
        return FirstWords.name(letters.text(begin, Math.min(end, begin + AS_MUCH_AS_NAMES)));
    }

    /** The title, or else how the first message begins. */
    String name() {
        return title.length() == 0 ? first : title.text();
    }

    private void close(Round.End end, @Nullable String answered) {
        close(letters.length(), end, answered);
    }

    /** @param place where the answer ends, which may be followed by the next message */
    private void close(int place, Round.End end, @Nullable String answered) {
        SpokenTurn turn = open;
        open = null;
        if (turn != null) {
            turn.ended(place, end, answered == null || answered.isEmpty() ? model : answered);
            asked.add(turn);
            String answer = letters.isBlank(turn.answerBegin, place) ? "" : SOMETHING;
            Act act = Act.of(turn.number, turn.question, answer, end);
            if (act.answer().isEmpty() && !answer.isEmpty()) {
                turn.ended(turn.answerBegin, end, turn.model);
            }
            conversation.add(act);
        }
    }

    /** The file is at its end. */
    void close() {
        close(Round.End.INTERRUPTED, null);
        for (Round round : conversation.rounds()) {
            SpokenTurn turn = asked(round.acts().get(0));
            if (round.acts().size() > 1) {
                goOn(turn, round);
            }
            turns.add(turn);
        }
    }

    private SpokenTurn asked(Act act) {
        return asked.get(Integer.parseInt(act.question().text()));
    }

    /** An answer that was gone on with is one text, and its joints are the transcript's. */
    private void goOn(SpokenTurn turn, Round round) {
        Round whole = round.retold(act -> {
            SpokenTurn part = asked(act);
            return new Act(act.turn(), act.question(), letters.text(part.answerBegin, part.answerEnd), act.end());
        });
        turn.answerBegin = letters.length();
        letters.add(whole.answer());
        turn.ended(letters.length(), whole.end(), asked(whole.ending()).model);
    }

    private static Round.End end(@Nullable String outcome) {
        return outcome == null
                ? Round.End.INTERRUPTED
                : switch (outcome) {
                    case "complete" -> Round.End.COMPLETE;
                    case "failed" -> Round.End.FAILED;
                    default -> Round.End.INTERRUPTED;
                };
    }
}
