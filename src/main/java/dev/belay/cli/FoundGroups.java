package dev.belay.cli;

import dev.belay.repl.SessionTable;
import dev.belay.session.search.Excerpt;
import dev.belay.session.search.Found;
import dev.belay.session.search.Hit;
import dev.belay.session.search.SearchWords;
import dev.belay.view.Cleaner;
import dev.belay.view.Style;
import java.util.Locale;

/**
 * For a person: each session with what was found in it below, the words themselves bold.
 *
 * @param words that were searched for
 * @param now in milliseconds of the epoch
 */
record FoundGroups(SearchWords words, Style style, long now) implements FoundText {

    private static final int TURN = 4;
    private static final int WHO = 8;

    @Override
    public void add(Found found, StringBuilder to) {
        to.append(style.bold(Cleaner.clean(found.id())));
        to.append("  ").append(Cleaner.clean(found.name()).replaceAll("\\s", " "));
        to.append(style.dim("  " + SessionTable.age(found.changed(), now))).append('\n');
        for (Excerpt excerpt : found.excerpts()) {
            String turn = excerpt.turn() > 0 ? Integer.toString(excerpt.turn()) : "";
            String who = excerpt.who().name().toLowerCase(Locale.ROOT);
            to.append(style.dim(" ".repeat(Math.max(0, TURN - turn.length())) + turn + " " + who));
            to.append(" ".repeat(WHO - who.length()));
            marked(excerpt, to);
            to.append('\n');
        }
    }

    private void marked(Excerpt excerpt, StringBuilder to) {
        int at = 0;
        for (Hit hit : words.hits(excerpt.text())) {
            to.append(Cleaner.clean(excerpt.text().substring(at, hit.begin())));
            to.append(style.bold(Cleaner.clean(excerpt.text().substring(hit.begin(), hit.end()))));
            at = hit.end();
        }
        to.append(Cleaner.clean(excerpt.text().substring(at)));
    }
}
