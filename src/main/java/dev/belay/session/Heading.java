package dev.belay.session;

import java.util.Optional;

/** What holds for a whole session: who answers, by which instruction, and what it is called. Lives on the session's thread. */
public final class Heading {

    /** What the title of a copy ends with: the person could not tell the two apart. */
    private static final String COPY = " (copy)";

    private static final int LONGEST = 200;

    private final String id;
    private final Optional<Journal> journal;
    private boolean begun;
    private String model = "";
    private String system = "";
    private String baseUrl = "";
    private String dialect = "";
    private String title = "";
    private String role = "";
    private String created = "";

    /** Of a new session. */
    Heading(String id, Optional<Journal> journal) {
        this.id = id;
        this.journal = journal;
    }

    /** Of one that was read back. */
    static Heading of(String id, Settings settings, Optional<Journal> journal) {
        Heading heading = new Heading(id, journal);
        heading.begun = true;
        heading.model = settings.model();
        heading.system = settings.system();
        heading.baseUrl = settings.baseUrl();
        heading.dialect = settings.dialect();
        heading.title = settings.title();
        heading.role = settings.role();
        heading.created = settings.created();
        return heading;
    }

    /** Becomes the heading of a copy. */
    void copy(Heading other) {
        system = other.system;
        model = other.model;
        baseUrl = other.baseUrl;
        dialect = other.dialect;
        role = other.role;
        title = other.title.isEmpty() ? "" : other.title + COPY;
    }

    /** A turn begins; the first one begins the journal. */
    void begin(String modelName) {
        model = modelName;
        if (!begun) {
            begun = true;
            journal.ifPresent(file -> write(file, created));
        }
    }

    /** @param since when the session began; empty for now */
    void write(Journal file, String since) {
        file.session(id, since, model, baseUrl, dialect);
        if (!system.isEmpty()) {
            file.set("system", system);
        }
        if (!role.isEmpty()) {
            file.set("role", role);
        }
        if (!title.isEmpty()) {
            file.title(title);
        }
    }

    private void changed(String setting, String before, String now) {
        if (begun && !before.equals(now)) {
            journal.ifPresent(file -> file.set(setting, now));
        }
    }

    /** When the session began, as its file says; empty for a new one. */
    String created() {
        return created;
    }

    /** The model last asked; empty in a new session. */
    public String model() {
        return model;
    }

    /** Sets the model from here on. */
    public void model(String name) {
        changed("model", model, name);
        model = name;
    }

    /** The base URL of the user's own server that answers in this session; empty for a known provider. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Sets where the session is answered from here on. */
    public void baseUrl(String url) {
        changed("base_url", baseUrl, url);
        baseUrl = url;
    }

    /** What the session's server speaks, where that was said; else empty. */
    public String dialect() {
        return dialect;
    }

    /** Sets what the session's server speaks from here on. */
    public void dialect(String word) {
        changed("dialect", dialect, word);
        dialect = word;
    }

    /** What the person calls it; may be empty. */
    public String title() {
        return title;
    }

    /** A title is one line, and not too long. */
    public static String line(String text) {
        String line = text.replaceAll("\\s+", " ");
        int end = Math.min(LONGEST, line.length());
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }

    /** Gives it a title, or takes it away with an empty one. */
    public void title(String text) {
        boolean changed = !title.equals(text);
        title = text;
        if (begun && changed) {
            journal.ifPresent(file -> file.title(text));
            journal.ifPresent(Journal::forceAside);
        }
    }

    /** The role that is played, as it was called for; empty for none. */
    public String role() {
        return role;
    }

    /** Sets the role from here on. */
    public void role(String call) {
        changed("role", role, call);
        role = call;
    }

    public String system() {
        return system;
    }

    /** Sets the system prompt from here on. */
    public void system(String text) {
        changed("system", system, text);
        system = text;
    }
}
