package dev.belay.session.search;

import java.util.List;

/**
 * A session in which something was found.
 *
 * @param changed when it was written to last, in milliseconds of the epoch
 * @param title as the person gave it; empty for none
 * @param name what it goes by: its title, or else its first message
 * @param excerpts where, in their order
 * @param failure why it could not be read; empty when it could
 */
public record Found(String id, long changed, String title, String name, List<Excerpt> excerpts, String failure) {

    static Found unreadable(String id, String why) {
        return new Found(id, 0, "", "", List.of(), why);
    }
}
