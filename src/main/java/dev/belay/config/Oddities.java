package dev.belay.config;

import java.util.ArrayList;
import java.util.List;

/** What is said of the config at each start: it does no harm to this call, and should not stay. */
public final class Oddities {

    private Oddities() {}

    /** Sentences; mostly none. */
    public static List<String> in(Settings settings) {
        List<String> sentences = new ArrayList<>();
        List<Mistake> unknown = UnknownKeys.in(settings);
        if (!unknown.isEmpty()) {
            String more = unknown.size() == 1 ? "" : " and " + (unknown.size() - 1) + " more;";
            String first = settings.file().get().sentences(unknown).get(0);
            sentences.add(
                    first + " (" + more.stripLeading() + (more.isEmpty() ? "" : " ") + "belay config check lists all)");
        }
        Exposure.of(settings).ifPresent(sentences::add);
        return sentences;
    }
}
