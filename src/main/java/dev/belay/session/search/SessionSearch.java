package dev.belay.session.search;

import dev.belay.session.SessionFilter;
import dev.belay.session.SessionStore;
import java.io.File;
import java.io.IOException;
import java.util.List;

/**
 * Searches what was said in all sessions, the newest first.
 *
 * @param words what is searched for
 * @param filter which sessions and turns count; its words are not used
 * @param around how many characters of the text are shown with a hit
 */
public record SessionSearch(SessionStore store, SearchWords words, SessionFilter filter, int around) {

    /** Takes what is found, as it is found. */
    public interface Taker {
        /** Whether to go on. */
        boolean take(List<Found> found) throws IOException;
    }

    public void run(Taker taker) throws IOException {
        SearchCrew crew = new SearchCrew(store.newest(Integer.MAX_VALUE, filter.since()));
        crew.begin(() -> {
            SpokenReader reader = new SpokenReader();
            Lookout lookout = new Lookout(words, filter, around);
            return session -> lookout.in(
                    session, reader.read(new File(store.file(session.id()).toString())));
        });
        try {
            List<Found> found = crew.take();
            while (found != null && taker.take(found)) {
                found = crew.take();
            }
        } finally {
            crew.end();
        }
    }
}
