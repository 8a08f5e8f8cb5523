package dev.belay.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds sessions: the newest, those of a name, or the one that a person means. */
public final class SessionFinder {

    /** So many are named when it is not clear which is meant. */
    private static final int NAMED = 4;

    private final SessionStore store;

    public SessionFinder(SessionStore store) {
        this.store = store;
    }

    /**
     * The sessions written to last, newest first.
     *
     * @param words that are in their names; blank for all
     * @param most so many of them
     */
    public List<SessionSummary> newest(String words, int most) throws IOException {
        return newest(SessionFilter.named(words), most);
    }

    /** The sessions written to last, newest first, as many as are wanted of those that fit. */
    public List<SessionSummary> newest(SessionFilter filter, int most) throws IOException {
        List<SessionSummary> found = new ArrayList<>();
        List<Saved> all = store.newest(filter.needsReading() ? Integer.MAX_VALUE : most, filter.since());
        for (int i = 0; i < all.size() && found.size() < most; i++) {
            store.pulse().run();
            SessionSummary summary = store.summary(all.get(i));
            if (filter.takes(summary)) {
                found.add(summary);
            }
        }
        return found;
    }

    /** What is to be told of one session. */
    public SessionSummary summary(String id) {
        return store.summary(new Saved(id, 0));
    }

    /** How many sessions there are. */
    public int count() throws IOException {
        return store.ids("").size();
    }

    /**
     * The id of the session that is meant.
     *
     * @param wanted the id or its begin, else the title, else words of it
     * @throws SessionUnclear when there is none, or more than one
     */
    public String find(String wanted) throws IOException, SessionUnclear {
        if (wanted.isBlank()) {
            throw new SessionUnclear("no session is named");
        }
        List<String> ids = store.ids(wanted);
        if (ids.size() == 1) {
            return ids.get(0);
        }
        List<SessionSummary> named = ids.isEmpty() ? newest(wanted, Integer.MAX_VALUE) : summaries(ids);
        Optional<SessionSummary> exact = only(named, wanted);
        if (exact.isPresent()) {
            return exact.get().id();
        }
        if (named.isEmpty()) {
            Optional<String> last = store.latest();
            throw new SessionUnclear("there is no session “" + wanted + "”"
                    + (last.isPresent() ? "; the last one is " + last.get() : ""));
        }
        throw new SessionUnclear("“" + wanted + "” could be " + choices(named));
    }

    private List<SessionSummary> summaries(List<String> ids) throws IOException {
        List<SessionSummary> summaries = new ArrayList<>();
        for (Saved saved : store.newest(Integer.MAX_VALUE, Long.MIN_VALUE)) {
            if (ids.contains(saved.id())) {
                store.pulse().run();
                summaries.add(store.summary(saved));
            }
        }
        return summaries;
    }

    /** The only one there is, or the only one that is called just so. */
    private static Optional<SessionSummary> only(List<SessionSummary> named, String wanted) {
        if (named.size() == 1) {
            return Optional.of(named.get(0));
        }
        SessionSummary exact = null;
        for (SessionSummary summary : named) {
            if (summary.name().equalsIgnoreCase(wanted.strip())) {
                if (exact != null) {
                    return Optional.empty();
                }
                exact = summary;
            }
        }
        return Optional.ofNullable(exact);
    }

    private static String choices(List<SessionSummary> named) {
        List<String> choices = new ArrayList<>();
        for (SessionSummary summary : named.subList(0, Math.min(NAMED, named.size()))) {
            choices.add(summary.id() + (summary.name().isEmpty() ? "" : " (" + summary.name() + ")"));
        }
        int more = named.size() - choices.size();
        return String.join(" or ", choices) + (more > 0 ? " or one of " + more + " more" : "");
    }
}
