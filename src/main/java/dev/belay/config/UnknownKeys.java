package dev.belay.config;

import java.util.ArrayList;
import java.util.List;

/** Finds the keys in the config that mean nothing: most are slips. */
public final class UnknownKeys {

    private UnknownKeys() {}

    /** All of them, table by table. */
    public static List<Mistake> in(Settings settings) {
        List<Mistake> mistakes = new ArrayList<>();
        Tables.visit(settings.root(), (table, keys) -> {
            for (String name : table.names()) {
                if (!isKnown(name, keys)) {
                    mistakes.add(new Mistake(table.to(name), message(name, table, Keys.names(keys))));
                }
            }
        });
        return mistakes;
    }

    private static boolean isKnown(String name, List<Key<?>> keys) {
        for (Key<?> key : keys) {
            if (key.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String message(String name, Table table, List<String> known) {
        String place = table.path().isEmpty() ? "" : " in " + Mistake.dotted(table.path());
        String nothing = "there is no key “" + name + "”" + place;
        boolean meansKey = name.equals("key")
                || Headers.isSecret(name) && Spelling.nearest(name, known).isEmpty();
        return meansKey
                ? nothing
                        + ", and no key belongs in this file: name a variable with key_env, or a command with key_command"
                : nothing + Spelling.advice(name, known);
    }
}
