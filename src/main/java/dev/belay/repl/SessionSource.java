package dev.belay.repl;

import dev.belay.session.Session;
import dev.belay.session.SessionSummary;
import java.util.List;
import java.util.Map;

/** Makes sessions, lists the saved ones, and takes them up again. What cannot be had is a {@code ProblemException}. */
public interface SessionSource {

    /** A new one. */
    Session create();

    /** The id of the session that somebody means who types its id, the begin of that, or words of its title. */
    String find(String wanted);

    /** The session as it stands, to go on with. */
    Session resume(String id);

    /** A new one that begins with so many turns of a saved one. */
    Session copy(String id, int turns);

    /** A new one that begins with so many turns of another. */
    Session fork(Session session, int turns);

    /**
     * The ones written to last, newest first.
     *
     * @param words that are in their names; blank for all
     * @param most so many of them
     */
    List<SessionSummary> newest(String words, int most);

    /** What the model thought in a session, by turn, as far as it was saved; in one that is not saved, nothing. */
    Map<Integer, String> reasoning(String id);

    /** How many there are. */
    int count();
}
