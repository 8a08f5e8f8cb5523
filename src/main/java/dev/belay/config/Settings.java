package dev.belay.config;

import dev.belay.chat.Parameters;
import dev.belay.chat.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the config file says. A value is read when it is asked for: a mistake is told, with its line, by a {@link
 * ProblemException} to whoever needs that value.
 */
public final class Settings {

    /** There is no file. */
    public static final Settings NONE = new Settings(new Table(null, List.of(), new Entries()));

    private final Table root;

    private Settings(Table root) {
        this.root = root;
    }

    /**
     * Reads the file; without one nothing is loaded.
     *
     * @throws ProblemException when it cannot be read or is no TOML, with the place
     */
    public static Settings in(Environment environment) {
        Optional<ConfigFile> file = ConfigFile.in(environment);
        return file.isPresent() ? of(file.get()) : NONE;
    }

    public static Settings of(ConfigFile file) {
        return new Settings(new Table(file, List.of(), file.tables()));
    }

    /** Empty when there is none. */
    public Optional<ConfigFile> file() {
        return Optional.ofNullable(root.file());
    }

    /** A setting that is in no table. */
    public <T> Optional<T> get(Key<T> key) {
        return root.get(key);
    }

    /** What is said for all models. */
    Parameters parameters() {
        return root.parameters();
    }

    /** The model that another name stands for. */
    public Optional<String> alias(String name) {
        return root.has(Keys.ALIASES) ? root.table(Keys.ALIASES).get(new Key<>(name, Kind.NAME)) : Optional.empty();
    }

    public List<String> aliases() {
        return root.table(Keys.ALIASES).names();
    }

    public List<String> roles() {
        return root.table(Keys.ROLES).names();
    }

    /** A role is a table, or its system prompt alone. */
    public Optional<Role> role(String name) {
        Table roles = root.table(Keys.ROLES);
        if (!roles.has(name)) {
            return Optional.empty();
        }
        if (roles.values().get(name) instanceof String system) {
            return Optional.of(new Role(name, system, Optional.empty(), Parameters.NONE));
        }
        Table role = roles.table(name);
        return Optional.of(new Role(name, role.get(Keys.SYSTEM).orElse(""), role.get(Keys.MODEL), role.parameters()));
    }

    /** The role that has this system prompt; a session that is gone on with remembers no more of it. */
    public Optional<Role> roleSaying(String system) {
        for (String name : roles()) {
            Optional<Role> role = role(name).filter(each -> each.system().equals(system));
            if (role.isPresent()) {
                return role;
            }
        }
        return Optional.empty();
    }

    /** What is said for a model, the closest name first. */
    List<ModelRule> rules(String model) {
        if (!root.has(Keys.MODELS)) {
            return List.of();
        }
        Table models = root.table(Keys.MODELS);
        List<ModelRule> rules = new ArrayList<>();
        for (String pattern : models.names()) {
            if (NamePattern.matches(pattern, model)) {
                Table rule = models.table(pattern);
                rules.add(new ModelRule(pattern, rule.get(Keys.SYSTEM), rule.parameters()));
            }
        }
        if (rules.size() > 1) {
            rules.sort(Comparator.comparing((ModelRule rule) -> !NamePattern.isExact(rule.pattern()))
                    .thenComparing(rule -> -rule.pattern().length()));
        }
        return rules;
    }

    public List<String> providers() {
        return root.has(Keys.PROVIDERS) ? root.table(Keys.PROVIDERS).names() : List.of();
    }

    public Optional<ProviderSettings> provider(String name) {
        if (!root.has(Keys.PROVIDERS) || !root.table(Keys.PROVIDERS).has(name)) {
            return Optional.empty();
        }
        return Optional.of(ProviderSettings.of(name, root.table(Keys.PROVIDERS).table(name)));
    }

    public NetworkSettings network(Environment environment) {
        return NetworkSettings.of(root.table(Keys.NETWORK), Places.home(environment));
    }

    /** Of how answers look: the words of one thing, or of the background or links. */
    public Optional<String> theme(String name) {
        return theme(new Key<>(name, Kind.LOOK));
    }

    /** The same of another kind. */
    public Optional<String> theme(Key<String> key) {
        return root.has(Keys.THEME) ? root.table(Keys.THEME).get(key) : Optional.empty();
    }

    /** What is to be thrown when a value makes no sense to whoever asked for it. */
    public ProblemException problem(String message, String... path) {
        return root.file().problem(new Mistake(List.of(path), Mistake.dotted(List.of(path)) + message));
    }

    Table root() {
        return root;
    }
}
