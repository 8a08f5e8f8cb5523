package dev.belay.config;

import dev.belay.chat.Parameters;
import dev.belay.chat.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A role in the config file: a table, or its system prompt alone.
 *
 * @param roles the table of all of them, which has this one
 */
record RoleTable(Table roles, String name) {

    /** @throws ProblemException with the line of what is not as it must be */
    Role role() {
        if (roles.values().get(name) instanceof String system) {
            RoleText text = text(template(system, roles.to(name)), Optional.empty(), "", roles.to(name));
            return new Role(name, text, Optional.empty(), Parameters.NONE, Params.NONE);
        }
        Table role = roles.table(name);
        List<String> system = role.to(Keys.SYSTEM.name());
        Optional<String> prompt = role.get(Keys.PROMPT);
        RoleText text = text(
                role.get(Keys.SYSTEM).isPresent()
                        ? template(role.get(Keys.SYSTEM).get(), system)
                        : Optional.empty(),
                prompt.isPresent() ? template(prompt.get(), role.to(Keys.PROMPT.name())) : Optional.empty(),
                role.get(Keys.DESCRIPTION).orElse(""),
                system);
        return new Role(name, text, role.get(Keys.MODEL), role.parameters(), Params.NONE);
    }

    private Optional<Template> template(String text, List<String> path) {
        try {
            return Optional.of(Template.of(text));
        } catch (Template.Malformed malformed) {
            throw problem(malformed, path);
        }
    }

    private RoleText text(Optional<Template> system, Optional<Template> prompt, String description, List<String> path) {
        try {
            return new RoleText(system, prompt, description);
        } catch (Template.Malformed misplaced) {
            throw problem(misplaced, path);
        }
    }

    private ProblemException problem(Template.Malformed malformed, List<String> path) {
        return roles.written().problem(mistake(malformed, path));
    }

    private static Mistake mistake(Template.Malformed malformed, List<String> path) {
        return new Mistake(path, Mistake.dotted(path) + ": " + malformed.getMessage());
    }

    /** What braces in its texts are no variables. */
    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (roles.values().get(name) instanceof String system) {
            add(system, roles.to(name), Use.SYSTEM, mistakes);
        } else if (roles.values().get(name) instanceof Entries role) {
            for (Key<String> key : List.of(Keys.SYSTEM, Keys.PROMPT)) {
                if (role.get(key.name()) instanceof String text) {
                    add(text, roles.table(name).to(key.name()), key == Keys.SYSTEM ? Use.SYSTEM : Use.PROMPT, mistakes);
                }
            }
        }
        return mistakes;
    }

    /** What a text is for. */
    private enum Use {
        SYSTEM,
        PROMPT
    }

    private static void add(String text, List<String> path, Use use, List<Mistake> mistakes) {
        try {
            Optional<Template> template = Optional.of(Template.of(text));
            new RoleText(use == Use.SYSTEM ? template : Optional.empty(), Optional.empty(), "");
        } catch (Template.Malformed malformed) {
            mistakes.add(mistake(malformed, path));
        }
    }
}
