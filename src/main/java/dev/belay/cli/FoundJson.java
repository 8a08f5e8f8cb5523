package dev.belay.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.belay.session.SessionSummary.Ending;
import dev.belay.session.search.Excerpt;
import dev.belay.session.search.Found;
import java.util.Locale;

/** For programs: an object for each message or answer. Lives on one thread. */
final class FoundJson implements FoundText {

    /** What stands around the objects. */
    enum Frame {
        /** One document. */
        ARRAY,
        /** Each is a document by itself. */
        LINES
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Frame frame;
    private boolean begun;

    FoundJson(Frame frame) {
        this.frame = frame;
    }

    @Override
    public void add(Found found, StringBuilder to) {
        for (Excerpt excerpt : found.excerpts()) {
            if (frame == Frame.ARRAY) {
                to.append(begun ? ",\n" : "[\n").append(object(found, excerpt));
            } else {
                to.append(object(found, excerpt)).append('\n');
            }
            begun = true;
        }
    }

    @Override
    public String end() {
        return frame == Frame.LINES ? "" : begun ? "\n]\n" : "[]\n";
    }

    private static ObjectNode object(Found found, Excerpt excerpt) {
        ObjectNode object = JSON.objectNode();
        object.put("session", found.id());
        SessionJson.put(object, "title", found.title());
        object.put("changed", SessionRows.time(found.changed()));
        if (excerpt.turn() > 0) {
            object.put("turn", excerpt.turn());
        }
        object.put("who", excerpt.who().name().toLowerCase(Locale.ROOT));
        SessionJson.put(object, "asked", excerpt.at());
        SessionJson.put(object, "model", excerpt.model());
        if (excerpt.ending() != Ending.EMPTY) {
            object.put("outcome", excerpt.ending().name().toLowerCase(Locale.ROOT));
        }
        object.put("text", excerpt.text());
        return object;
    }
}
