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
    public static final Settings NONE = without(RoleFiles.NONE);

    private final Table root;
    private final RoleFiles roleFiles;

    private Settings(Table root, RoleFiles roleFiles) {
        this.root = root;
        this.roleFiles = roleFiles;
    }

    private static Settings without(RoleFiles roles) {
        return new Settings(new Table(null, List.of(), new Entries()), roles);
    }

    /**
     * Reads the file; without one nothing is loaded.
     *
     * @throws ProblemException when it cannot be read or is no TOML, with the place
     */
    public static Settings in(Environment environment) {
        Optional<ConfigFile> file = ConfigFile.in(environment);
        return file.isPresent()
                ? of(file.get())
                : without(new RoleFiles(Places.in(environment).roles()));
    }

    public static Settings of(ConfigFile file) {
        return new Settings(
                new Table(file, List.of(), file.tables()),
                new RoleFiles(file.path().resolveSibling(RoleFiles.FOLDER)));
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

    /** The names of all roles: the file's own, then those of files. */
    public List<String> roles() {
        List<String> names = configuredRoles();
        for (String name : roleFiles.names()) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private List<String> configuredRoles() {
        return root.has(Keys.ROLES) ? root.table(Keys.ROLES).names() : new ArrayList<>();
    }

    /**
     * A role as it is written; its variables have no values yet. One of the config comes before a file.
     *
     * @throws ProblemException when it is not written as it must be
     */
    public Optional<Role> role(String name) {
        if (root.has(Keys.ROLES) && root.table(Keys.ROLES).has(name)) {
            return Optional.of(new RoleTable(root.table(Keys.ROLES), name).role());
        }
        Optional<RoleFile> file = roleFiles.named(name);
        return file.isPresent() ? Optional.of(file.get().role()) : Optional.empty();
    }

    /** What to say of a role that there is none of. */
    public String noRole(String name) {
        String path = name.indexOf('/') >= 0 || name.endsWith(".md") ? "; a role is called by its name alone" : "";
        return "there is no role “" + name + "”" + (path.isEmpty() ? Spelling.advice(name, roles()) : path);
    }

    /** Whether it is the config file that has the role, and not a file of its own. */
    public boolean isRoleOfConfig(String name) {
        return configuredRoles().contains(name);
    }

    /** Where a role is written. */
    public String roleOrigin(String name) {
        return isRoleOfConfig(name)
                ? root.written().where(List.of(Keys.ROLES, name))
                : roleFiles.path(name).toString();
    }

    /**
     * The config's role that has this system prompt, for a session that remembers no more of it; one without variables.
     */
    public Optional<Role> roleSaying(String system) {
        if (system.isEmpty()) {
            return Optional.empty();
        }
        for (String name : configuredRoles()) {
            Optional<Role> role = role(name);
            if (role.isPresent()
                    && role.get().variables().isEmpty()
                    && role.get().system().equals(Optional.of(system))) {
                return role;
            }
        }
        return Optional.empty();
    }

    RoleFiles roleFiles() {
        return roleFiles;
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
                    .thenComparingInt(rule -> -rule.pattern().length()));
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
        return root.written().problem(new Mistake(List.of(path), Mistake.dotted(List.of(path)) + message));
    }

    Table root() {
        return root;
    }
}
