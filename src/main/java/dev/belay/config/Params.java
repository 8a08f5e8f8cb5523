package dev.belay.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for the variables of a text.
 *
 * @param values by name, in the order in which they were given
 */
public record Params(Map<String, String> values) {

    public static final Params NONE = new Params(Map.of());

    private static final String FILE = "@";

    /** Reads a file that a value names. */
    public interface Files {
        String text(String name);
    }

    /**
     * Reads {@code name=value}, one each; a value that begins with {@code @} names a file, and {@code @@} stands for one sign.
     *
     * @throws BadParams when one is written otherwise
     */
    public static Params of(List<String> given, Files files) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String each : given) {
            int equals = each.indexOf('=');
            if (equals < 0 || !Template.isName(each.substring(0, equals))) {
                throw new BadParams("“" + each + "” is not name=value");
            }
            values.put(each.substring(0, equals), meant(each.substring(equals + 1), files));
        }
        return new Params(values);
    }

    static String meant(String value, Files files) {
        if (!value.startsWith(FILE)) {
            return value;
        }
        String name = value.substring(FILE.length());
        return name.startsWith(FILE) ? name : files.text(name);
    }

    /** These, and the others' where these are silent. */
    public Params or(Params others) {
        Map<String, String> all = new LinkedHashMap<>(others.values);
        all.putAll(values);
        return new Params(all);
    }

    /** Those of these names. */
    Params only(Collection<String> names) {
        Map<String, String> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(names);
        return new Params(some);
    }

    /**
     * Looks whether each is wanted.
     *
     * @param whose variables they are, for the message
     * @throws BadParams when one is not
     */
    public void check(Collection<String> wanted, String whose) {
        for (String name : values.keySet()) {
            if (wanted.isEmpty()) {
                throw new BadParams("there is no variable “" + name + "”: " + whose + " has none");
            }
            if (!wanted.contains(name)) {
                throw new BadParams("there is no variable “" + name + "” in " + whose + Spelling.advice(name, wanted));
            }
        }
    }

    /**
     * A value for each variable: the one that was given, else the default.
     *
     * @param whose variables they are, for the message
     * @throws BadParams that names all that have none
     */
    Map<String, String> complete(Map<String, Optional<String>> variables, String whose) {
        Map<String, String> complete = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> variable : variables.entrySet()) {
            String given = values.get(variable.getKey());
            if (given == null && variable.getValue().isEmpty()) {
                missing.add(variable.getKey());
            } else {
                complete.put(
                        variable.getKey(), given == null ? variable.getValue().get() : given);
            }
        }
        if (!missing.isEmpty()) {
            throw new BadParams(whose, missing);
        }
        return complete;
    }

    /** The text with these values. */
    public String fill(Template template, String whose) {
        return template.filled(complete(template.variables(), whose));
    }
}
