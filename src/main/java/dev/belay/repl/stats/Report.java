package dev.belay.repl.stats;

import java.time.Instant;
import java.util.List;

/**
 * What was counted.
 *
 * @param sessions in how many sessions something was asked
 * @param first when that was for the first time; has no meaning where no turn tells its time
 * @param last when that was for the last time
 * @param groups of what was asked; by day where nothing else was wanted
 */
public record Report(Scope scope, int sessions, Instant first, Instant last, Sums total, List<Group> groups) {
    public Report {
        groups = List.copyOf(groups);
    }

    /** Turns that have something in common. */
    public record Group(String name, Sums sums) {}

    /** Whether it is known when it was. */
    public boolean isDated() {
        return !last.isBefore(first);
    }
}
