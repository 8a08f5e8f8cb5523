package dev.belay.config;

import dev.belay.chat.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A role as a list shows it.
 *
 * @param role as it is written; empty where that cannot be understood
 * @param mistake why not
 */
public record KnownRole(String name, Optional<Role> role, String mistake) {

    /** All of them, those with mistakes as well; each file is read. */
    public static List<KnownRole> in(Settings settings) {
        List<KnownRole> all = new ArrayList<>();
        for (String name : settings.roles()) {
            try {
                all.add(new KnownRole(name, settings.role(name), ""));
            } catch (ProblemException problem) {
                all.add(new KnownRole(name, Optional.empty(), problem.problem().message()));
            }
        }
        return all;
    }

    /** What it is about, or what is wrong with it. */
    public String about() {
        return role.isPresent() ? role.get().about() : mistake;
    }

    /** Its variables, with the defaults, as they are given: {@code lang tone=dry}. */
    public String variables() {
        StringBuilder names = new StringBuilder();
        if (role.isPresent()) {
            for (Map.Entry<String, Optional<String>> variable :
                    role.get().variables().entrySet()) {
                names.append(names.length() == 0 ? "" : " ").append(variable.getKey());
                if (variable.getValue().isPresent()) {
                    names.append('=').append(variable.getValue().get());
                }
            }
        }
        return names.toString();
    }
}
