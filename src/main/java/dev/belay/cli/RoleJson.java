package dev.belay.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.belay.config.KnownRole;
import dev.belay.config.Role;
import dev.belay.config.Settings;
import java.util.List;

/** Roles as JSON, as they are written; what is not said of one is not there. */
final class RoleJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RoleJson() {}

    static String array(List<KnownRole> roles, Settings settings) {
        ArrayNode array = JSON.arrayNode();
        roles.forEach(role -> array.add(object(role, settings)));
        return array.toPrettyString();
    }

    static String lines(List<KnownRole> roles, Settings settings) {
        StringBuilder lines = new StringBuilder();
        roles.forEach(role -> lines.append(object(role, settings)).append('\n'));
        return lines.toString();
    }

    private static ObjectNode object(KnownRole known, Settings settings) {
        ObjectNode object = JSON.objectNode().put("name", known.name()).put("from", settings.roleOrigin(known.name()));
        known.role().ifPresentOrElse(role -> add(role, object), () -> object.put("mistake", known.mistake()));
        return object;
    }

    private static void add(Role role, ObjectNode object) {
        if (!role.description().isEmpty()) {
            object.put("description", role.description());
        }
        role.model().ifPresent(model -> object.put("model", model));
        role.writtenSystem().ifPresent(text -> object.put("system", text));
        role.writtenPrompt().ifPresent(text -> object.put("prompt", text));
        ArrayNode variables = object.putArray("variables");
        role.variables().forEach((name, otherwise) -> {
            ObjectNode variable = variables.addObject().put("name", name);
            otherwise.ifPresent(value -> variable.put("default", value));
        });
    }
}
