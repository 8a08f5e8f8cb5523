package dev.belay.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One turn as it stands: a user message and what came of it, and what it was before.
 *
 * @param acts the question, and each time that its answer was gone on with
 * @param answer what was shown of the answer, as one text; may be empty
 * @param before the turn as it stood before the last of its acts; empty when that was the first
 */
public record Round(List<Act> acts, String answer, Optional<Round> before) {
    public Round {
        acts = List.copyOf(acts);
    }

    /** A turn that went its way at once. */
    public Round(int turn, String user, String answer, End end) {
        this(turn, user, List.of(), answer, end);
    }

    /** The same with files that went along. */
    public Round(int turn, String user, List<Attachment> attachments, String answer, End end) {
        this(new Act(turn, Question.of(user, attachments), answer, end));
    }

    /** A turn that begins. */
    Round(Act first) {
        this(List.of(first), first.answer(), Optional.empty());
    }

    /** A turn in which all this was done, one after the other. */
    static Round of(List<Act> history) {
        Round round = new Round(history.get(0));
        for (Act act : history.subList(1, history.size())) {
            round = round.then(act);
        }
        return round;
    }

    /** How a remembered answer ended. */
    public enum End {
        /** The model finished. */
        COMPLETE,
        /** The person stopped it, or the program did not live to see its end. */
        INTERRUPTED,
        /** The provider or the network broke it off. */
        FAILED;

        public static End of(Outcome outcome) {
            if (outcome instanceof Outcome.Complete) {
                return COMPLETE;
            }
            return outcome instanceof Outcome.Interrupted ? INTERRUPTED : FAILED;
        }
    }

    /** Its number in the session, from 1. */
    public int turn() {
        return acts.get(0).turn();
    }

    /** What was asked. */
    public String user() {
        return acts.get(0).question().text();
    }

    /** The files that went along with it. */
    public List<Attachment> attachments() {
        return acts.get(0).question().attachments();
    }

    /** How its answer ended. */
    public End end() {
        return ending().end();
    }

    /** What was done last. */
    public Act last() {
        return acts.get(acts.size() - 1);
    }

    /** That which gave the answer its end: going on in vain leaves it as it was. */
    public Act ending() {
        for (int i = acts.size() - 1; i > 0; i--) {
            if (!acts.get(i).isVain()) {
                return acts.get(i);
            }
        }
        return acts.get(0);
    }

    /** What the turn was whenever it was asked again, oldest first; where nothing had come, there is nothing to keep. */
    public List<Round> alternatives() {
        List<Round> alternatives = new ArrayList<>();
        Round now = this;
        while (now.before.isPresent()) {
            Round former = now.before.get();
            if (now.last().question().replaced() > 0 && !(former.last().isVain() && former.asksAs(now))) {
                alternatives.add(former);
            }
            now = former;
        }
        Collections.reverse(alternatives);
        return alternatives;
    }

    private boolean asksAs(Round other) {
        return user().equals(other.user()) && attachments().equals(other.attachments());
    }

    /** All that was done in it, in its order, what was asked again included. */
    public List<Act> history() {
        List<Act> history = new ArrayList<>();
        for (Optional<Round> state = Optional.of(this); state.isPresent(); state = state.get().before) {
            history.add(state.get().last());
        }
        Collections.reverse(history);
        return history;
    }

    /** The same question once more, or the same going on. */
    public Question again() {
        Question asked = last().question();
        return new Question(asked.text(), asked.kind(), asked.of(), last().turn(), asked.attachments());
    }

    /** Goes on with the answer. The model's own words are part of the answer that they went on with. */
    public Question goingOn(String text, Question.Kind kind) {
        return new Question(text, kind, told(acts), 0, List.of());
    }

    /** Goes on once more from where it last did. */
    public Question goingOnAgain(String text, Question.Kind kind) {
        return new Question(text, kind, told(acts.subList(0, acts.size() - 1)), last().turn(), List.of());
    }

    /** The last of these that has a message of its own, and an answer. */
    private static int told(List<Act> acts) {
        int last = acts.size() - 1;
        while (last > 0 && (acts.get(last).isVain() || acts.get(last).question().kind() == Question.Kind.PREFILL)) {
            last--;
        }
        return acts.get(last).turn();
    }

    /** Another message in its place, with the files that went along. */
    public Question changed(String text) {
        return new Question(text, Question.Kind.NEW, 0, turn(), attachments());
    }

    /** Whether this is one of the acts that it is made of. */
    boolean holds(int turn) {
        return turn > 0 && upTo(turn).size() < acts.size();
    }

    /** The acts before this one; all of them where it is none of them. */
    List<Act> upTo(int turn) {
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i).turn() == turn) {
                return acts.subList(0, i);
            }
        }
        return acts;
    }

    /** The turn when this has been done in it, too. */
    Round then(Act act) {
        List<Act> next = new ArrayList<>(upTo(act.question().replaced()));
        next.add(act);
        return new Round(next, Joint.answer(next), Optional.of(this));
    }

    /** The turn as it was before this act; empty when it was no turn then. */
    Optional<Round> without(int turn) {
        Optional<Round> state = Optional.of(this);
        while (state.isPresent() && state.get().last().turn() != turn) {
            state = state.get().before;
        }
        return state.isPresent() ? state.get().before : Optional.of(this);
    }
}
