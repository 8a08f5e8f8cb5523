package dev.belay.repl.stats;

import dev.belay.session.count.Asked;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is counted.
 *
 * @param since from when on; empty for all
 * @param by what it is grouped by; empty for the whole
 * @param zone where the person's days begin
 */
public record Scope(Optional<Instant> since, Optional<By> by, ZoneId zone) {

    /** A turn of which nobody knows when it was is in no span of time. */
    boolean holds(Asked turn) {
        return since.isEmpty() || turn.at().isPresent() && !turn.at().get().isBefore(since.get());
    }
}
