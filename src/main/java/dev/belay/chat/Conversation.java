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

    public void add(Round round) {
        rounds.add(round);
    }

    /** Gives a turn the files that went along with it. */
    public void attach(int turn, List<Attachment> files) {
        rounds.replaceAll(round -> round.turn() == turn ? round.with(files) : round);
    }

    /** Forgets a turn; false when it is not remembered. */
    public boolean remove(int turn) {
        return rounds.removeIf(round -> round.turn() == turn);
    }

    /**
     * The messages of the next request, in a form that no provider rejects: no blank ones, no two neighbours of one role,
     * the user's last.
     */
    public List<Message> messagesWith(String user) {
        return messagesWith(Message.user(user), 0);
    }

    /** @param replaced the turn whose place the new message takes; 0 for none */
    public List<Message> messagesWith(Message user, int replaced) {
        List<Message> messages = new ArrayList<>();
        for (Round round : rounds) {
            if (round.turn() != replaced) {
                append(messages, round.question());
                append(messages, Message.assistant(remembered(round)));
            }
        }
        append(messages, user);
        return messages;
    }

    /** The messages of a request that has the model go on with its last answer as if nothing had cut it. */
    public List<Message> messagesGoingOn() {
        Round last = rounds.get(rounds.size() - 1);
        List<Message> messages = new ArrayList<>();
        for (Round round : rounds.subList(0, rounds.size() - 1)) {
            append(messages, round.question());
            append(messages, Message.assistant(remembered(round)));
        }
        append(messages, last.question());
        append(messages, Message.assistant(Blanks.stripEnd(last.answer())));
        return messages;
    }

    /** Joins what came of {@link #messagesGoingOn} to the answer of that turn; nothing leaves it as it was. */
    public void join(int turn, String more, Round.End end) {
        if (!more.isEmpty()) {
            rounds.replaceAll(round -> round.turn() == turn ? round.with(Blanks.stripEnd(round.answer()) + more, end) : round);
        }
    }

    private static String remembered(Round round) {
        String text = Blanks.stripEnd(round.answer());
        if (text.isEmpty() || round.end() == Round.End.COMPLETE) {
            return text;
        }
        return text + "\n\n" + (round.end() == Round.End.INTERRUPTED ? INTERRUPTED : BROKEN_OFF);
    }

    private static void append(List<Message> messages, Message next) {
        int last = messages.size() - 1;
        if (isEmpty(next) || last < 0 && next.role() == Message.Role.ASSISTANT) {
            return;
        }
        if (last >= 0 && messages.get(last).role() == next.role()) {
            messages.set(last, merged(messages.get(last), next));
        } else {
            messages.add(next);
        }
    }

    private static boolean isEmpty(Message message) {
        return Blanks.isBlank(message.text()) && message.attachments().isEmpty();
    }

    private static Message merged(Message first, Message second) {
        List<Attachment> attachments = new ArrayList<>(first.attachments());
        attachments.addAll(second.attachments());
        return new Message(first.role(), joined(first.text(), second.text()), attachments);
    }

    /** A message that was nothing but a file has no text to be set apart. */
    private static String joined(String first, String second) {
        if (Blanks.isBlank(first) || Blanks.isBlank(second)) {
            return Blanks.isBlank(first) ? second : first;
        }
        return first + "\n\n" + second;
    }
}
