package dev.belay.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every setting of the config file, and the tables that it may be in. */
public final class Keys {

    public static final Key<String> MODEL = new Key<>("model", Kind.NAME);
    public static final Key<String> ROLE = new Key<>("role", Kind.NAME);
    public static final Key<String> SYSTEM = new Key<>("system", Kind.TEXT);
    static final Key<String> PROMPT = new Key<>("prompt", Kind.TEXT);
    static final Key<String> DESCRIPTION = new Key<>("description", Kind.TEXT);
    public static final Key<Double> TEMPERATURE = new Key<>("temperature", Kind.TEMPERATURE);
    public static final Key<Long> MAX_TOKENS = new Key<>("max_tokens", Kind.COUNT);
    public static final Key<List<String>> STOP = new Key<>("stop", Kind.TEXTS);
    public static final Key<String> REASONING = new Key<>("reasoning", Kind.REASONING);
    public static final Key<String> COLOR = new Key<>("color", Kind.WHEN);
    public static final Key<String> KEYS = new Key<>("keys", Kind.KEY_STYLE);
    public static final Key<Duration> TIMEOUT = new Key<>("timeout", Kind.DURATION);
    public static final Key<Duration> IDLE_TIMEOUT = new Key<>("idle_timeout", Kind.DURATION);
    public static final Key<Boolean> SAVE = new Key<>("save", Kind.FLAG);
    public static final Key<Long> MAX_FILE_SIZE = new Key<>("max_file_size", Kind.SIZE);

    public static final Key<String> NOTIFY = new Key<>("notify", Kind.NOTIFY);
    public static final Key<Boolean> TITLE = new Key<>("title", Kind.FLAG);

    /** The same word as at the top of the file, where it may say besides how thinking is shown. */
    static final Key<String> EFFORT = new Key<>(REASONING.name(), Kind.EFFORT);

    public static final Key<String> BACKGROUND = new Key<>("background", Kind.BACKGROUND);
    public static final Key<String> LINKS = new Key<>("links", Kind.LINKS);

    static final Key<String> BASE_URL = new Key<>("base_url", Kind.BASE_URL);
    static final Key<String> DIALECT = new Key<>("dialect", Kind.NAME);
    static final Key<String> KEY_ENV = new Key<>("key_env", Kind.VARIABLE);
    static final Key<String> KEY_COMMAND = new Key<>("key_command", Kind.COMMAND);
    static final Key<Map<String, String>> HEADERS = new Key<>("headers", Kind.HEADERS);
    static final Key<String> PROXY = new Key<>("proxy", Kind.PROXY);
    static final Key<String> CA_FILE = new Key<>("ca_file", Kind.NAME);
    static final Key<String> CLIENT_CERT = new Key<>("client_cert", Kind.NAME);
    static final Key<String> CLIENT_KEY = new Key<>("client_key", Kind.NAME);

    static final String ALIASES = "aliases";
    static final String ROLES = "roles";
    static final String MODELS = "models";
    static final String PROVIDERS = "providers";
    static final String NETWORK = "network";
    static final String THEME = "theme";

    /** What has a look of its own in an answer. */
    public static final List<String> LOOKS = List.of(
            "text",
            "title",
            "heading",
            "code",
            "link",
            "address",
            "mark",
            "keyword",
            "type",
            "function",
            "string",
            "number",
            "constant",
            "comment",
            "tag",
            "attribute",
            "meta",
            "inserted",
            "deleted");

    /** In the file itself, apart from its tables. */
    public static final List<Key<?>> GENERAL = List.of(
            MODEL,
            ROLE,
            SYSTEM,
            TEMPERATURE,
            MAX_TOKENS,
            STOP,
            REASONING,
            COLOR,
            KEYS,
            TIMEOUT,
            IDLE_TIMEOUT,
            SAVE,
            MAX_FILE_SIZE,
            NOTIFY,
            TITLE);

    static final List<Key<?>> TABLES = List.of(
            new Key<>(ALIASES, Kind.TABLE),
            new Key<>(ROLES, Kind.TABLE),
            new Key<>(MODELS, Kind.TABLE),
            new Key<>(PROVIDERS, Kind.TABLE),
            new Key<>(NETWORK, Kind.TABLE),
            new Key<>(THEME, Kind.TABLE));

    static final List<Key<?>> IN_FILE = joined(GENERAL, TABLES);
    static final List<Key<?>> IN_ROLE_FILE = List.of(PROMPT, MODEL, TEMPERATURE, MAX_TOKENS, STOP, EFFORT, DESCRIPTION);
    static final List<Key<?>> IN_ROLE = joined(List.of(SYSTEM), IN_ROLE_FILE);
    static final List<Key<?>> IN_MODEL = List.of(SYSTEM, TEMPERATURE, MAX_TOKENS, STOP, EFFORT);
    static final List<Key<?>> IN_PROVIDER = List.of(BASE_URL, DIALECT, KEY_ENV, KEY_COMMAND, HEADERS, MODEL);
    static final List<Key<?>> IN_THEME = joined(List.of(BACKGROUND, LINKS), looks());
    static final List<Key<?>> IN_NETWORK = List.of(PROXY, CA_FILE, CLIENT_CERT, CLIENT_KEY);

    private Keys() {}

    private static List<Key<?>> looks() {
        List<Key<?>> looks = new ArrayList<>();
        for (String name : LOOKS) {
            looks.add(new Key<>(name, Kind.LOOK));
        }
        return looks;
    }

    private static List<Key<?>> joined(List<Key<?>> first, List<Key<?>> second) {
        List<Key<?>> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** The setting that the top of a role's file may have by this name; null for none. */
    static @Nullable Key<?> inRoleFile(String name) {
        for (Key<?> key : IN_ROLE_FILE) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        return null;
    }

    static List<String> names(List<Key<?>> keys) {
        List<String> names = new ArrayList<>();
        for (Key<?> key : keys) {
            names.add(key.name());
        }
        return names;
    }
}
