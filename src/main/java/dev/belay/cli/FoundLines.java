package dev.belay.cli;

import dev.belay.session.search.Excerpt;
import dev.belay.session.search.Found;

/** For programs: a line for each message or answer, {@code id:turn: text}. */
final class FoundLines implements FoundText {

    @Override
    public void add(Found found, StringBuilder to) {
        for (Excerpt excerpt : found.excerpts()) {
            to.append(found.id()).append(':');
            if (excerpt.who() == Excerpt.Who.TITLE) {
                to.append("title");
            } else {
                to.append(excerpt.turn());
            }
            to.append(": ").append(excerpt.text()).append('\n');
        }
    }
}
