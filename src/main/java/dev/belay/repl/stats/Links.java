package dev.belay.repl.stats;

import dev.belay.chat.Question;
import dev.belay.session.count.Asked;
import dev.belay.session.count.Asked.Ending;
import dev.belay.session.count.Asked.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which answer goes on with which: several turns may make one answer, even over the border to a session's copy. Lives on one
 * thread, and is told the turns of a session one after the other.
 */
final class Links {

    private final Map<Integer, Link> links = new HashMap<>();
    private final Map<Place, Cut> cuts = new HashMap<>();
    private final Map<Place, Place> copies = new HashMap<>();
    private final Set<Place> goneOnWithElsewhere = new HashSet<>();
    private String session = "";

    /**
     * An answer as far as it had come.
     *
     * @param length in characters; negative where its begin is not known
     */
    record Link(Asked turn, long length) {
        boolean isWhole() {
            return length >= 0;
        }
    }

    /** The answer that this turn made or made longer. */
    Link add(Asked turn) {
        if (!turn.place().session().equals(session)) {
            links.clear();
            session = turn.place().session();
        }
        boolean goesOn = turn.kind() == Question.Kind.CONTINUE || turn.kind() == Question.Kind.PREFILL;
        Link before = goesOn ? links.get(turn.of()) : null;
        boolean unknown = goesOn && (before == null || !before.isWhole());
        Link link = new Link(turn, unknown ? -1 : turn.shown() + (before == null ? 0 : before.length()));
        boolean failedAtOnce = turn.ending() == Ending.FAILED && turn.shown() == 0;
        if (before != null && !failedAtOnce) {
            goneOnWith(before.turn());
        }
        links.put(turn.place().turn(), link);
        if (turn.kind() == Question.Kind.PREFILL) {
            links.put(turn.of(), link);
        }
        turn.copyOf().ifPresent(origin -> copies.put(turn.place(), origin));
        return link;
    }

    private void goneOnWith(Asked before) {
        Cut cut = cuts.get(before.place());
        if (cut != null) {
            cut.goneOnWith();
        }
        before.copyOf().ifPresent(goneOnWithElsewhere::add);
    }

    void add(Asked turn, Cut cut) {
        cuts.put(turn.place(), cut);
        if (turn.kind() == Question.Kind.PREFILL) {
            cuts.put(new Place(session, turn.of()), cut);
        }
    }

    /** When all was told: what was gone on with in a copy, or in a copy of one. */
    void settle() {
        for (Place place : goneOnWithElsewhere) {
            Set<Place> seen = new HashSet<>();
            Place origin = place;
            while (copies.containsKey(origin) && seen.add(origin)) {
                origin = copies.get(origin);
            }
            Cut cut = cuts.get(origin);
            if (cut != null) {
                cut.goneOnWith();
            }
        }
    }
}
