package dev.belay.config;

import dev.belay.chat.Thinking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a value must be, and how it is read. */
public final class Kind<T> {

    static final Kind<String> TEXT = new Kind<>("a text in quotes", Kind::text);
    static final Kind<String> NAME = new Kind<>("a name in quotes", Kind::name);
    static final Kind<String> COMMAND = new Kind<>("a shell command in quotes", Kind::command);
    static final Kind<String> VARIABLE =
            new Kind<>("the name of an environment variable, in capitals, such as \"WORK_API_KEY\"", Kind::variable);
    static final Kind<String> EFFORT = new Kind<>("a word such as low, medium, high or none", Kind::effort);
    static final Kind<String> REASONING =
            new Kind<>("a word such as low, medium, high or none, or show, fold or hide", Kind::word);
    static final Kind<Boolean> FLAG = new Kind<>("true or false", value -> value instanceof Boolean flag ? flag : null);
    static final Kind<Double> TEMPERATURE = new Kind<>("a number from 0 up, such as 0.7", Kind::temperature);
    static final Kind<Long> COUNT = new Kind<>("a whole number from 1 up", Kind::count);
    static final Kind<List<String>> TEXTS = new Kind<>("a text, or a list of texts such as [\"END\"]", Kind::texts);
    static final Kind<String> NOTIFY = Kind.oneOf("off", "bell", "desktop");
    static final Kind<String> BACKGROUND = Kind.oneOf("auto", "dark", "light");
    static final Kind<String> LINKS = Kind.oneOf("auto", "hidden", "written");
    static final Kind<String> LOOK = new Kind<>(
            "words such as \"bold blue\", \"dim\", \"bright-red\", \"208\" or \"underline #ff8800\"", Kind::look);
    static final Kind<String> WHEN = Kind.oneOf("auto", "always", "never");
    static final Kind<String> KEY_STYLE = Kind.oneOf("emacs", "vi");
    static final Kind<Duration> DURATION = new Kind<>(Durations.WANTED + ", in quotes", Kind::duration);
    static final Kind<Long> SIZE = new Kind<>("a size such as \"20MB\"", Kind::size);
    static final Kind<String> BASE_URL =
            new Kind<>("an address such as \"http://127.0.0.1:8080/v1\", without a password or a key in it", Kind::url);
    static final Kind<String> PROXY = new Kind<>(
            "an address such as \"http://proxy:3128\" or \"socks5://127.0.0.1:1080\", or \"none\"", Kind::proxy);
    static final Kind<Map<String, String>> HEADERS =
            new Kind<>("a table of texts in plain letters, such as { X-Team = \"red\" }", Headers::read);
    static final Kind<Entries> TABLE = new Kind<>("a table", value -> value instanceof Entries table ? table : null);

    private final String wanted;
    private final List<String> choices;
    private final Reader<T> reader;

    /** Makes a value of what the file holds: a text, a number, a truth, a list or a table. */
    private interface Reader<T> {

        /** Null when it is no such value. */
        @Nullable
        T read(Object value);
    }

    private Kind(String wanted, Reader<T> reader) {
        this(wanted, List.of(), reader);
    }

    private Kind(String wanted, List<String> choices, Reader<T> reader) {
        this.wanted = wanted;
        this.choices = choices;
        this.reader = reader;
    }

    private static Kind<String> oneOf(String... choices) {
        List<String> all = List.of(choices);
        return new Kind<>(
                "one of " + String.join(", ", all), all, value -> all.contains(value) ? (String) value : null);
    }

    /** What it must be, in words that follow “must be”. */
    String wanted() {
        return wanted;
    }

    /** All the values it may have, where they are few. */
    List<String> choices() {
        return choices;
    }

    /** The value; empty when it is not what it must be. */
    Optional<T> read(Object value) {
        return Optional.ofNullable(reader.read(value));
    }

    private static @Nullable String text(Object value) {
        return value instanceof String text ? text : null;
    }

    private static @Nullable String name(Object value) {
        return value instanceof String text && !text.isBlank() && isOneLine(text) ? text.strip() : null;
    }

    /** Capitals only: a key that was written here by mistake has other letters, and is not taken for a name and shown. */
    private static @Nullable String variable(Object value) {
        return value instanceof String text && text.matches("[A-Z_][A-Z0-9_]*") ? text : null;
    }

    private static @Nullable String word(Object value) {
        return value instanceof String text && text.matches("[\\w.-]+") ? text : null;
    }

    /** How thinking is shown is said at the top of the file, for all models. */
    private static @Nullable String effort(Object value) {
        String word = word(value);
        return word == null || Thinking.named(word).isPresent() ? null : word;
    }

    private static @Nullable String look(Object value) {
        String word =
                "(plain|bold|dim|italic|underline|strike|(bright-)?(black|red|green|yellow|blue|magenta|cyan|white)"
                        + "|1?\\d?\\d|2[0-4]\\d|25[0-5]|#[0-9a-fA-F]{6})";
        return value instanceof String text && text.strip().matches(word + "(\\s+" + word + ")*") ? text.strip() : null;
    }

    private static @Nullable String command(Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    private static boolean isOneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    private static @Nullable Double temperature(Object value) {
        return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() < 1000
                ? (Double) number.doubleValue()
                : null;
    }

    private static @Nullable Long count(Object value) {
        return value instanceof Long number && number >= 1 ? number : null;
    }

    private static @Nullable List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            if (!(each instanceof String text) || text.isEmpty()) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    private static @Nullable Duration duration(Object value) {
        return value instanceof String || value instanceof Number
                ? Durations.read(value.toString().strip()).orElse(null)
                : null;
    }

    private static @Nullable Long size(Object value) {
        return value instanceof String || value instanceof Number
                ? Sizes.read(value.toString().strip()).orElse(null)
                : null;
    }

    private static @Nullable String url(Object value) {
        try {
            return value instanceof String text ? BaseUrl.checked(text) : null;
        } catch (BadUrl bad) {
            return null;
        }
    }

    private static @Nullable String proxy(Object value) {
        return value instanceof String text && isProxy(text.strip()) ? text.strip() : null;
    }

    private static boolean isProxy(String text) {
        return text.equals("none")
                || text.matches(
                        "((https?|socks5h?)://)?([^\\s/@]*@)?([^\\s/@:\\[\\]]+|\\[[0-9A-Fa-f:.]+\\])(:\\d{1,5})?/?");
    }
}
