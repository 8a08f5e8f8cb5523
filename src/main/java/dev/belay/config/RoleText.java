package dev.belay.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is written of a role.
 *
 * @param system the system prompt, if it has one
 * @param prompt what becomes of each message, if anything does
 * @param description for a list of roles; may be empty
 */
record RoleText(Optional<Template> system, Optional<Template> prompt, String description) {

    /** The variable that stands for what the person says. */
    static final String INPUT = "input";

    /** @throws Template.Malformed when the input is wanted where there is none */
    RoleText {
        if (system.isPresent()) {
            checkNoInput(system.get());
        }
    }

    private static void checkNoInput(Template system) {
        for (Template.Part part : system.parts()) {
            if (part.isVariable() && part.text().equals(INPUT)) {
                throw new Template.Malformed(
                        part.line(), "{{input}} is the message, and belongs in prompt; this is the system prompt");
            }
        }
    }

    /** Those that are to be given, with their defaults. */
    Map<String, Optional<String>> variables() {
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        add(system, all);
        add(prompt, all);
        all.remove(INPUT);
        return all;
    }

    private static void add(Optional<Template> template, Map<String, Optional<String>> all) {
        if (template.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Optional<String>> variable :
                template.get().variables().entrySet()) {
            if (all.getOrDefault(variable.getKey(), Optional.empty()).isEmpty()) {
                all.put(variable.getKey(), variable.getValue());
            }
        }
    }
}
