package dev.belay.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has been said, as the next request will carry it. Lives on one thread. */
public final class Conversation {

    /** Tells the model why its answer ends in mid-sentence, so that it does not take it for its own choice. */
    static final String INTERRUPTED = "[interrupted by the user]";

    static final String BROKEN_OFF = "[broken off by a failure]";

    private final List<Round> rounds = new ArrayList<>();

    public List<Round> rounds() {
        return List.copyOf(rounds);
    }

    public Optional<Round> last() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** A turn begins with it, or an earlier one is asked again or gone on with. */
    public void add(Act act) {
        int at = indexOf(act.question());
        if (at < 0) {
            rounds.add(new Round(act));
        } else {
            rounds.set(at, rounds.get(at).then(act));
        }
    }

    /** The turn that a question is about; negative for none, also where that is not remembered. */
    private int indexOf(Question question) {
        for (int i = rounds.size() - 1; i >= 0; i--) {
            if (rounds.get(i).holds(question.replaced()) || rounds.get(i).holds(question.of())) {
                return i;
            }
        }
        return -1;
    }

    /** Gives an act the files that went along with it. */
    public void attach(int turn, List<Attachment> files) {
        for (int i = 0; i < rounds.size(); i++) {
            List<Act> history = rounds.get(i).history();
            for (int k = 0; k < history.size(); k++) {
                if (history.get(k).turn() == turn) {
                    history.set(k, history.get(k).with(files));
                    rounds.set(i, Round.of(history));
                }
            }
        }
    }

    /** Takes an act back: its turn is again what it was before; nothing happens when it is not remembered. */
    public void undo(int turn) {
        for (int i = rounds.size() - 1; i >= 0; i--) {
            Optional<Round> former = rounds.get(i).without(turn);
            if (former.isEmpty()) {
                rounds.remove(i);
            } else {
                rounds.set(i, former.get());
            }
        }
    }

    /**
     * The messages of the request that asks this, in a form that no provider rejects: no blank ones, no two neighbours of
     * one role, the user's last, but where the model goes on with its own words.
     */
    public List<Message> messages(Question question) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            boolean isOpen = question.kind() == Question.Kind.PREFILL && i == rounds.size() - 1;
            append(messages, rounds.get(i).upTo(question.replaced()), isOpen);
        }
        append(messages, question.message());
        return messages;
    }

    /**
     * What was asked and answered in a turn; going on in vain leaves no trace.
     *
     * @param isOpen whether the model goes on with these words
     */
    private static void append(List<Message> messages, List<Act> acts, boolean isOpen) {
        String text = "";
        Round.End end = Round.End.COMPLETE;
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            if (i > 0 && act.isVain()) {
                continue;
            }
            if (i > 0 && act.question().kind() == Question.Kind.PREFILL) {
                text = Joint.goingOn(text, act.answer());
            } else {
                append(messages, Message.assistant(remembered(text, end)));
                append(messages, act.question().message());
                text = act.answer();
            }
            end = act.end();
        }
        append(messages, Message.assistant(remembered(text, isOpen ? Round.End.COMPLETE : end)));
    }

    private static String remembered(String answer, Round.End end) {
        String text = Blanks.stripEnd(answer);
        if (text.isEmpty() || end == Round.End.COMPLETE) {
            return text;
        }
        return text + "\n\n" + (end == Round.End.INTERRUPTED ? INTERRUPTED : BROKEN_OFF);
    }

    private static void append(List<Message> messages, Message said) {
        Message next = withoutBlanks(said);
        int last = messages.size() - 1;
        boolean isEmpty = next.text().isEmpty() && next.attachments().isEmpty();
        if (isEmpty || last < 0 && next.role() == Message.Role.ASSISTANT) {
            return;
        }
        if (last >= 0 && messages.get(last).role() == next.role()) {
            messages.set(last, merged(messages.get(last), next));
        } else {
            messages.add(next);
        }
    }

    /** Files alone make a message, but blanks beside them would be refused. */
    private static Message withoutBlanks(Message said) {
        return Blanks.isBlank(said.text()) ? new Message(said.role(), "", said.attachments()) : said;
    }

    private static Message merged(Message first, Message second) {
        List<Attachment> attachments = new ArrayList<>(first.attachments());
        attachments.addAll(second.attachments());
        boolean bothSpeak = !first.text().isEmpty() && !second.text().isEmpty();
        return new Message(first.role(), first.text() + (bothSpeak ? "\n\n" : "") + second.text(), attachments);
    }
}
