package dev.belay.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks for everything in the config that is not as it must be. Lives on one thread. */
public final class Check {

    private final Settings settings;
    private final Path home;
    private final Vocabulary vocabulary;
    private final List<Mistake> mistakes = new ArrayList<>();

    /**
     * Names that the rest of the program knows.
     *
     * @param providers those that need not be described in the config
     * @param guide the provider that is no service
     */
    public record Vocabulary(List<String> dialects, List<String> providers, String guide) {}

    private Check(Settings settings, Path home, Vocabulary vocabulary) {
        this.settings = settings;
        this.home = home;
        this.vocabulary = vocabulary;
    }

    /** Each mistake, as a sentence with its line, in the order of the lines. */
    public static List<String> of(Settings settings, Environment environment, Vocabulary vocabulary) {
        Optional<ConfigFile> file = settings.file();
        return file.isPresent()
                ? file.get().sentences(new Check(settings, Places.home(environment), vocabulary).all())
                : List.of();
    }

    private List<Mistake> all() {
        mistakes.addAll(UnknownKeys.in(settings));
        Tables.visit(settings.root(), this::values);
        role();
        entries(Keys.ALIASES).forEach(this::alias);
        entries(Keys.ROLES).forEach(this::role);
        entries(Keys.ROLES).keySet().forEach(this::variables);
        entries(Keys.MODELS).forEach((name, value) -> entries(value, Keys.MODELS, name));
        entries(Keys.PROVIDERS).forEach(this::provider);
        network();
        return mistakes;
    }

    private void values(Table table, List<Key<?>> keys) {
        for (Key<?> key : keys) {
            Object value = table.values().get(key.name());
            if (value != null && key.kind().read(value).isEmpty()) {
                mistakes.add(table.wrong(key, value));
            }
        }
    }

    private void role() {
        Set<String> roles = new TreeSet<>(entries(Keys.ROLES).keySet());
        roles.addAll(settings.roleFiles().names());
        if (settings.root().values().get(Keys.ROLE.name()) instanceof String name && !roles.contains(name)) {
            mistake("there is no role “" + name + "”" + Spelling.advice(name, roles), Keys.ROLE.name());
        }
    }

    private void alias(String name, Object value) {
        if (!(value instanceof String target)) {
            mistake(subject(Keys.ALIASES, name) + " must be a model, such as \"openai/gpt-5\"", Keys.ALIASES, name);
            return;
        }
        String provider = target.substring(0, target.indexOf('/') < 0 ? target.length() : target.indexOf('/'));
        Set<String> known = new TreeSet<>(vocabulary.providers());
        known.addAll(entries(Keys.PROVIDERS).keySet());
        if (!known.contains(provider) && !target.equals(vocabulary.guide())) {
            mistake(
                    subject(Keys.ALIASES, name) + " leads nowhere: there is no provider “" + provider + "”"
                            + Spelling.advice(provider, known),
                    Keys.ALIASES,
                    name);
        }
    }

    private void role(String name, Object value) {
        if (value instanceof Entries role
                && !role.containsKey(Keys.SYSTEM.name())
                && !role.containsKey(Keys.PROMPT.name())) {
            mistake(subject(Keys.ROLES, name) + " has no system prompt: write system = \"…\"", Keys.ROLES, name);
        } else if (!(value instanceof Entries || value instanceof String)) {
            mistake(
                    subject(Keys.ROLES, name) + " must be a text in quotes, or a table with system = \"…\"",
                    Keys.ROLES,
                    name);
        }
    }

    /** What its texts have in braces. */
    private void variables(String name) {
        Table roles = new Table(settings.root().file(), List.of(Keys.ROLES), entries(Keys.ROLES));
        mistakes.addAll(new RoleTable(roles, name).mistakes());
    }

    private void provider(String name, Object value) {
        Entries provider = entries(value, Keys.PROVIDERS, name);
        if (name.isBlank() || name.matches(".*[/\\s].*") || name.equals(vocabulary.guide())) {
            mistake(
                    subject(Keys.PROVIDERS, name) + " cannot be asked by this name; it must have no slash and no blank,"
                            + " and not be “" + vocabulary.guide() + "”",
                    Keys.PROVIDERS,
                    name);
        } else if (!vocabulary.providers().contains(name) && !provider.containsKey(Keys.BASE_URL.name())) {
            mistake(
                    subject(Keys.PROVIDERS, name) + " has no base_url, and belay knows none of this name"
                            + Spelling.advice(name, vocabulary.providers()),
                    Keys.PROVIDERS,
                    name);
        }
        if (provider.get(Keys.DIALECT.name()) instanceof String dialect
                && !vocabulary.dialects().contains(dialect)) {
            mistake(
                    "there is no dialect “" + dialect + "”" + Spelling.advice(dialect, vocabulary.dialects()),
                    Keys.PROVIDERS,
                    name,
                    Keys.DIALECT.name());
        }
    }

    private void network() {
        Table table = new Table(settings.root().file(), List.of(Keys.NETWORK), entries(Keys.NETWORK));
        if (table.has(Keys.CLIENT_CERT.name()) != table.has(Keys.CLIENT_KEY.name())) {
            mistakes.add(NetworkSettings.halfIdentity(table));
        }
        for (Key<String> key : List.of(Keys.CA_FILE, Keys.CLIENT_CERT, Keys.CLIENT_KEY)) {
            if (table.values().get(key.name()) instanceof String text) {
                Path file = NetworkSettings.path(table, text, home);
                if (!Files.isReadable(file)) {
                    mistake(
                            subject(Keys.NETWORK, key.name()) + ": there is no file " + file + " that can be read",
                            Keys.NETWORK,
                            key.name());
                }
            }
        }
    }

    /** What is in a table of the file; nothing where it is none, which has been said by then. */
    private Entries entries(String section) {
        return settings.root().values().get(section) instanceof Entries entries ? entries : new Entries();
    }

    /** The same of a table in a table, where it has to be said. */
    private Entries entries(Object value, String section, String name) {
        if (value instanceof Entries entries) {
            return entries;
        }
        mistake(subject(section, name) + " must be a table: [" + subject(section, name) + "]", section, name);
        return new Entries();
    }

    private static String subject(String... path) {
        return Mistake.dotted(List.of(path));
    }

    private void mistake(String message, String... path) {
        mistakes.add(new Mistake(List.of(path), message));
    }
}
