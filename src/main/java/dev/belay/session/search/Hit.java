package dev.belay.session.search;

import java.util.ArrayList;
import java.util.List;

/** The part of a text in which a word stands that is searched for. */
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
