package dev.belay.session;

/**
 * A session's file.
 *
 * @param changed when it was written to last, in milliseconds of the epoch
 */
public record Saved(String id, long changed) implements Comparable<Saved> {

    /** The later comes after. */
    @Override
    public int compareTo(Saved other) {
        return changed == other.changed ? id.compareTo(other.id) : Long.compare(changed, other.changed);
    }
}
