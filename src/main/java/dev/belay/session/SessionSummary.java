package dev.belay.session;

import java.util.Locale;

/**
 * What a list tells of a session.
 *
 * @param id its name on the disk
 * @param changed when it was written to last, in milliseconds of the epoch
 * @param created when it was begun, as its file says; empty when it does not
 * @param model that was asked last as far as is known; may be empty
 * @param turns how often something was asked in it, what was taken back included
 * @param title as the person gave it; empty for none
 * @param first how its first message begins, on one line
 * @param ending how its last turn ended
 */
public record SessionSummary(
        String id, long changed, String created, String model, int turns, String title, String first, Ending ending) {

    /** How the last turn of a session ended. */
    public enum Ending {
        /** The model finished. */
        COMPLETE,
        /** The person stopped it, or it goes on still, or the program did not live to see its end. */
        INTERRUPTED,
        /** The provider or the network broke it off. */
        FAILED,
        /** There is no turn, or none that was not taken back. */
        EMPTY,
        /** The file tells nothing. */
        UNREADABLE
    }

    /** What it goes by: its title, or else its first message. */
    public String name() {
        return title.isEmpty() ? first : title;
    }

    /** Whether all of these words are in its name, whatever their case. */
    public boolean isNamedBy(String words) {
        String name = name().toLowerCase(Locale.ROOT);
        for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!name.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
