package dev.belay.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.belay.session.SessionSummary;
import java.util.List;

/** Sessions as JSON; what is not known is not there. */
final class SessionJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SessionJson() {}

    static String array(List<SessionSummary> sessions) {
        ArrayNode array = JSON.arrayNode();
        for (SessionSummary session : sessions) {
            array.add(object(session));
        }
        return array.toPrettyString() + "\n";
    }

    static String lines(List<SessionSummary> sessions) {
        StringBuilder lines = new StringBuilder();
        for (SessionSummary session : sessions) {
            lines.append(object(session)).append('\n');
        }
        return lines.toString();
    }

    private static ObjectNode object(SessionSummary session) {
        ObjectNode object = JSON.objectNode();
        object.put("id", session.id());
        put(object, "title", session.title());
        put(object, "first_message", session.first());
        put(object, "created", SessionRows.time(session.created()));
        object.put("changed", SessionRows.time(session.changed()));
        put(object, "model", session.model());
        object.put("turns", session.turns());
        object.put("outcome", SessionRows.ending(session));
        return object;
    }

    static void put(ObjectNode object, String name, String value) {
        if (!value.isEmpty()) {
            object.put(name, value);
        }
    }
}
