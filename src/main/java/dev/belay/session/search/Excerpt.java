package dev.belay.session.search;

import dev.belay.session.SessionSummary;

/**
 * Where in a session something was found.
 *
 * @param turn its number; 0 for the title
 * @param who said it
 * @param at when the turn was asked, as the journal writes it; may be empty
 * @param model that answered it; may be empty
 * @param ending how the turn ended
 * @param text what stands around it, on one line
 */
public record Excerpt(int turn, Who who, String at, String model, SessionSummary.Ending ending, String text) {

    /** Who says something in a session. */
    public enum Who {
        /** Nobody: it is what the session is called. */
        TITLE,
        /** The person, in a message. */
        YOU,
        /** The model, in an answer. */
        ANSWER
    }
}
