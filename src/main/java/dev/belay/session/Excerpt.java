package dev.belay.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in a session something was found.
 *
 * @param turn its number; 0 for the title
 * @param who said it
 * @param at when the turn was asked, as the journal writes it; may be empty
 * @param model that answered it; may be empty
 * @param ending how the turn ended
 * @param text what stands around it, on one line
 * @param hits where in the text
 */
public record Excerpt(
        int turn, Who who, String at, String model, SessionSummary.Ending ending, String text, List<Hit> hits) {

    /** Who says something in a session. */
    public enum Who {
        /** Nobody: it is what the session is called. */
        TITLE,
        /** The person, in a message. */
        YOU,
        /** The model, in an answer. */
        ANSWER
    }

    /** A part of the text. */
    public record Hit(int begin, int end) implements Comparable<Hit> {
        @Override
        public int compareTo(Hit other) {
            return begin == other.begin ? Integer.compare(end, other.end) : Integer.compare(begin, other.begin);
        }

        /** Those that touch become one. */
        static List<Hit> joined(List<Hit> sorted) {
            List<Hit> joined = new ArrayList<>();
            for (Hit hit : sorted) {
                int last = joined.size() - 1;
                if (last >= 0 && hit.begin <= joined.get(last).end) {
                    Hit former = joined.get(last);
                    joined.set(last, new Hit(former.begin, Math.max(former.end, hit.end)));
                } else {
                    joined.add(hit);
                }
            }
            return joined;
        }
    }
}
