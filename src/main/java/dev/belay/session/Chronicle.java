package dev.belay.session;

import dev.belay.chat.Conversation;
import dev.belay.chat.Round;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation as it stands, with all that is known about it: what is shown, exported or copied.
 *
 * @param id empty when it is not saved
 * @param title as the person gave it; empty for none
 * @param created when, as the journal writes it; empty when it is not known
 * @param system the system prompt; may be empty
 * @param entries the turns, in their order
 */
public record Chronicle(String id, String title, String created, String system, List<Entry> entries) {
    public Chronicle {
        entries = List.copyOf(entries);
    }

    /** A session as it stands in memory. */
    static Chronicle of(String id, Heading heading, Conversation conversation, Ledger ledger) {
        List<Entry> entries = new ArrayList<>();
        for (Round round : conversation.rounds()) {
            List<Entry> alternatives = new ArrayList<>();
            for (Round former : round.alternatives()) {
                alternatives.add(new Entry(former, ledger.of(former)));
            }
            entries.add(new Entry(round, ledger.of(round), alternatives));
        }
        String created = heading.created();
        String begun =
                created.isEmpty() && !entries.isEmpty() ? entries.get(0).told().asked() : created;
        return new Chronicle(id, heading.title(), begun, heading.system(), entries);
    }

    /** The same, of a session that was only read and knows no name of its own. */
    public Chronicle under(String itsId) {
        return new Chronicle(itsId, title, created, system, entries);
    }

    /**
     * A turn, and what is known of it besides.
     *
     * @param alternatives what was said before it was asked again or changed, oldest first; they have none themselves
     */
    public record Entry(Round round, Told told, List<Entry> alternatives) {
        public Entry {
            alternatives = List.copyOf(alternatives);
        }

        /** A turn that was asked once. */
        public Entry(Round round, Told told) {
            this(round, told, List.of());
        }
    }
}
