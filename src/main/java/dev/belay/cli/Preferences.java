package dev.belay.cli;

import dev.belay.chat.Limits;
import dev.belay.chat.Parameters;
import dev.belay.chat.ProblemException;
import dev.belay.config.BadParams;
import dev.belay.config.Keys;
import dev.belay.config.Params;
import dev.belay.config.Role;
import dev.belay.config.Settings;
import dev.belay.config.Template;
import dev.belay.config.Tuning;
import dev.belay.repl.Dialogue;
import dev.belay.repl.FormerRole;
import dev.belay.repl.Manner;
import dev.belay.repl.line.KeyStyle;
import dev.belay.repl.tty.Emulator;
import dev.belay.repl.tty.Notify;
import dev.belay.repl.tty.Window;
import dev.belay.repl.tty.WindowTitle;
import dev.belay.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the options say, and the config where they are silent. Lives on the main thread. */
final class Preferences {

    /** A role's name that means none. */
    private static final String NO_ROLE = "-";

    private static final String BY_OPTION = "by option";
    private static final String FROM_CONFIG = "from the config";

    private final Options options;
    private final Settings settings;
    private final Parameters parameters;
    private Optional<Role> byOption;

    Preferences(Options options, Settings settings) {
        this.options = options;
        this.settings = settings;
        this.parameters = options.parameters();
    }

    boolean saves() {
        return !options.is("--no-save") && settings.get(Keys.SAVE).orElse(true);
    }

    Optional<Duration> idleTimeout() {
        return options.duration("--idle-timeout").or(() -> settings.get(Keys.IDLE_TIMEOUT));
    }

    Optional<Duration> timeout() {
        return options.duration("--timeout").or(() -> settings.get(Keys.TIMEOUT));
    }

    /** The model that the options name, by itself or by a role; at an address of its own only by itself. */
    Optional<String> model() {
        Optional<String> named = options.text("-m");
        if (named.isPresent() || options.text("--base-url").isPresent() || options.text("-r").isEmpty()) {
            return named;
        }
        Optional<Role> role = roleByOption(options.text("-r").get());
        return role.isPresent() ? role.get().model() : Optional.empty();
    }

    /**
     * The role to begin with, its variables filled: the option's, else the one that the session had, else the config's.
     *
     * @param warn is told when the session's cannot be had any more
     * @throws ProblemException when the config names one that does not exist, or the role is not written as it must be
     * @throws BadParams when a variable has no value
     */
    Optional<Role> role(Session session, Consumer<String> warn) {
        Optional<String> given = options.text("-r");
        if (given.isEmpty() && !isNew(session)) {
            FormerRole former = FormerRole.of(session.heading(), settings);
            if (!former.lost().isEmpty()) {
                warn.accept(former.lost());
            }
            return options.texts("-p").isEmpty() ? former.role() : cast(former.role());
        }
        return cast(given.isPresent() ? roleByOption(given.get()) : usualRole());
    }

    /** With values for its variables; those of {@code -s} may be among them. */
    private Optional<Role> cast(Optional<Role> role) {
        Params params = options.params();
        List<String> others = new ArrayList<>();
        if (options.text("-s").isPresent()) {
            others.addAll(params.values().isEmpty() ? List.of() : systemTemplate().variables().keySet());
        }
        if (role.isEmpty()) {
            params.check(others, others.isEmpty() ? "a call without a role" : "the text of -s");
            return role;
        }
        Role played = options.text("-s").isPresent() ? role.get().withoutSystem() : role.get();
        return Optional.of(played.with(params.or(played.params()), others));
    }

    private Template systemTemplate() {
        try {
            return Template.of(options.system().get());
        } catch (IllegalArgumentException malformed) {
            throw new UsageException("-s: " + malformed.getMessage());
        }
    }

    /** Whether a model's name says by itself where it is asked. */
    boolean knows(Optional<String> model) {
        return model.isPresent() && new Services(settings).knows(model.get());
    }

    /** The config's, as it is written. */
    Optional<Role> usualRole() {
        Optional<String> name = settings.get(Keys.ROLE);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Role> role = settings.role(name.get());
        if (role.isEmpty()) {
            throw settings.problem(": " + settings.noRole(name.get()), "role");
        }
        return role;
    }

    private Optional<Role> roleByOption(String name) {
        if (byOption == null) {
            byOption = name.equals(NO_ROLE) ? Optional.empty() : settings.role(name);
            if (byOption.isEmpty() && !name.equals(NO_ROLE)) {
                throw new UsageException("-r: " + settings.noRole(name));
            }
        }
        return byOption;
    }

    private static boolean isNew(Session session) {
        return session.heading().model().isEmpty();
    }

    /** Those that edit the line at the prompt. */
    KeyStyle keys() {
        return settings.get(Keys.KEYS).orElse("").equals("vi") ? KeyStyle.VI : KeyStyle.EMACS;
    }

    Manner manner(Optional<Role> role) {
        Tuning tuning = new Tuning(settings, parameters, new KnownAcceptance());
        tuning.role(role);
        return new Manner(new Limits(timeout(), Limits.DEFAULT.retries()), tuning);
    }

    /** What is done to the window of the terminal. */
    Window.Wishes window(Context context) {
        return new Window.Wishes(
                new Emulator(context.terminalType(), context.environment().get("TMUX").orElse("")),
                Notify.named(settings.get(Keys.NOTIFY).orElse("")),
                settings.get(Keys.TITLE).orElse(true) ? WindowTitle.QUESTION : WindowTitle.UNTOUCHED);
    }

    /** Gives a session that begins its system prompt and role, or one that is told anew what they are. */
    void instruct(Session session, Tuning tuning, String model) {
        Optional<Tuning.Instruction> said = instruction(session, tuning, model);
        if (isCast(session) || !options.texts("-p").isEmpty()) {
            session.heading().role(tuning.role().isPresent() ? tuning.role().get().call() : "");
        }
        if (said.isPresent()) {
            session.heading().system(said.get().text());
        }
    }

    /** The system prompt; empty to leave it. */
    private Optional<Tuning.Instruction> instruction(Session session, Tuning tuning, String model) {
        boolean hasValues = !options.texts("-p").isEmpty();
        if (options.text("-s").isPresent()) {
            String text = hasValues ? options.params().fill(systemTemplate(), "the text of -s") : options.system().get();
            return Optional.of(new Tuning.Instruction(text, BY_OPTION));
        }
        boolean saysAnew = hasValues && tuning.role().isPresent() && tuning.role().get().system().isPresent();
        return isCast(session) || saysAnew ? Optional.of(tuning.system(model)) : Optional.empty();
    }

    /** Whether it is to be decided who is played. */
    private boolean isCast(Session session) {
        return isNew(session) || options.text("-r").isPresent();
    }

    /** Says of each value in use where it comes from. */
    void explain(Dialogue dialogue, Consumer<String> debug) {
        String model = dialogue.model().name();
        Tuning tuning = dialogue.tuning();
        settings.file().ifPresent(file -> debug.accept("config: " + file.path()));
        tuning.role().ifPresent(role -> debug.accept("role " + role.name() + ": " + origin("-r")));
        instruction(dialogue.session(), tuning, model)
                .filter(said -> !said.text().isEmpty())
                .ifPresent(said -> debug.accept("system prompt: " + said.origin()));
        for (Tuning.Value value : tuning.values(model)) {
            debug.accept(value.parameter().word() + " " + value.text() + ": " + value.origin());
        }
        timeout().ifPresent(time -> debug.accept("timeout " + time.toMillis() + " ms: " + origin("--timeout")));
        idleTimeout().ifPresent(time -> debug.accept("idle_timeout " + time.toMillis() + " ms: " + origin("--idle-timeout")));
        if (!saves()) {
            debug.accept("save false: " + (options.is("--no-save") ? BY_OPTION : FROM_CONFIG));
        }
    }

    private String origin(String option) {
        return options.text(option).isPresent() ? BY_OPTION : FROM_CONFIG;
    }
}
