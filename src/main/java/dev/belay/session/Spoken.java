package dev.belay.session;

import dev.belay.session.Fields.Number;
import dev.belay.session.Fields.Text;
import dev.belay.session.SessionSummary.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * What was said in a session, as one run of letters in which each message and each answer has its place. It understands the
 * records as {@link Transcript} does. Lives on one thread, which may use it for one session after the other.
 */
final class Spoken {

    /** How much of the first message is a name. */
    private static final int NAME = 200;

    private final Letters letters = new Letters();
    private final List<SpokenTurn> turns = new ArrayList<>();
    private SpokenTurn open;
    private int goesOnWith;
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
        turns.clear();
        open = null;
        goesOnWith = 0;
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
        int turn = Math.max(0, record.number(Number.TURN));
        switch (record.text(Text.TYPE)) {
            case "title" -> {
                title.cut(0);
                title.add(letters.text(record.begin(), record.end()));
            }
            case "user" -> {
                ask(record, turn);
                return;
            }
            case "delta" -> {
                if (turn == openTurn() && turn > 0) {
                    return;
                }
            }
            case "session", "set" -> answersFrom(record);
            case "end" -> {
                answersFrom(record);
                letters.cut(record.begin());
                if (turn == openTurn() && turn > 0) {
                    close(ending(record.text(Text.OUTCOME)), record.text(Text.MODEL));
                }
            }
            case "undo" -> {
                letters.cut(record.begin());
                close(Ending.INTERRUPTED, null);
                remove(turn);
            }
            default -> {
                // No concern of ours.
            }
        }
        letters.cut(record.begin());
    }

    private void answersFrom(Fields record) {
        model = record.text(Text.MODEL) == null ? model : record.text(Text.MODEL);
    }

    private void ask(Fields record, int turn) {
        int begin = record.begin();
        int end = record.end();
        // What was being said ends before the message that is read already.
        close(begin, Ending.INTERRUPTED, null);
        goesOnWith = Math.max(0, record.number(Number.PREFILLS));
        open = new SpokenTurn(turn, begin, end, letters.length(), record.text(Text.AT));
        if (record.number(Number.RETRIES) != Fields.NONE) {
            remove(record.number(Number.RETRIES));
        }
        if (first.isEmpty()) {
            first = name(begin, end);
        }
    }

    private String name(int begin, int end) {
        String text = letters.text(begin, Math.min(end, begin + 4 * NAME)).strip();
        return text.substring(0, Math.min(NAME, text.length())).replaceAll("\\s+", " ");
    }

    /** The file is at its end. */
    void close() {
        close(Ending.INTERRUPTED, null);
    }

    /** The title, or else how the first message begins. */
    String name() {
        return title.length() == 0 ? first : title.text();
    }

    private void close(Ending ending, String answered) {
        close(letters.length(), ending, answered);
    }

    /** @param end of the answer, which may be followed by the next message */
    private void close(int end, Ending ending, String answered) {
        SpokenTurn turn = open;
        open = null;
        if (turn == null || turn.number <= 0) {
            return;
        }
        turn.ended(end, ending, answered == null || answered.isEmpty() ? model : answered);
        if (goesOnWith == 0) {
            turns.add(turn);
        } else if (turn.answerEnd > turn.answerBegin) {
            for (SpokenTurn former : turns) {
                if (former.number == goesOnWith) {
                    former.goOn(turn, letters);
                }
            }
        }
    }

    private void remove(int number) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).number == number) {
                turns.remove(i);
            }
        }
    }

    private static Ending ending(String outcome) {
        return outcome == null
                ? Ending.INTERRUPTED
                : switch (outcome) {
                    case "complete" -> Ending.COMPLETE;
                    case "failed" -> Ending.FAILED;
                    default -> Ending.INTERRUPTED;
                };
    }
}
