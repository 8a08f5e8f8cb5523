package dev.belay.config;

import java.util.List;

/** Goes through all tables of the config, each with the keys that may be in it. */
final class Tables {

    private static final List<String> WITH_NAMES = List.of(Keys.ROLES, Keys.MODELS, Keys.PROVIDERS);

    private Tables() {}

    /** Is told of each table. */
    interface Visitor {
        void table(Table table, List<Key<?>> keys);
    }

    static void visit(Table root, Visitor visitor) {
        visitor.table(root, Keys.IN_FILE);
        for (String section : WITH_NAMES) {
            if (root.values().get(section) instanceof Entries) {
                each(root.table(section), keysIn(section), visitor);
            }
        }
        if (root.values().get(Keys.NETWORK) instanceof Entries) {
            visitor.table(root.table(Keys.NETWORK), Keys.IN_NETWORK);
        }
        if (root.values().get(Keys.THEME) instanceof Entries) {
            visitor.table(root.table(Keys.THEME), Keys.IN_THEME);
        }
    }

    private static void each(Table section, List<Key<?>> keys, Visitor visitor) {
        for (String name : section.names()) {
            if (section.values().get(name) instanceof Entries) {
                visitor.table(section.table(name), keys);
            }
        }
    }

    private static List<Key<?>> keysIn(String section) {
        return switch (section) {
            case Keys.ROLES -> Keys.IN_ROLE;
            case Keys.MODELS -> Keys.IN_MODEL;
            default -> Keys.IN_PROVIDER;
        };
    }
}
