package dev.belay.cli;

import dev.belay.chat.Limits;
import dev.belay.chat.Parameters;
import dev.belay.config.Keys;
import dev.belay.config.Role;
import dev.belay.config.Settings;
import dev.belay.config.Tuning;
import dev.belay.repl.Dialogue;
import dev.belay.repl.Manner;
import dev.belay.repl.line.KeyStyle;
import dev.belay.repl.tty.Emulator;
import dev.belay.repl.tty.Notify;
import dev.belay.repl.tty.Window;
import dev.belay.repl.tty.WindowTitle;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What the options say, and the config where they are silent. Lives on the main thread. */
final class Preferences {

    static final String BY_OPTION = "by option";
    private static final String FROM_CONFIG = "from the config";

    private final Options options;
    private final Settings settings;
    private final Parameters parameters;
    private final Casting casting;

    Preferences(Options options, Settings settings) {
        this.options = options;
        this.settings = settings;
        this.parameters = options.parameters();
        this.casting = new Casting(options, settings);
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
        return named.isPresent() || options.text("--base-url").isPresent() ? named : casting.model();
    }

    /** Who is played. */
    Casting casting() {
        return casting;
    }

    /** Whether a model's name says by itself where it is asked. */
    boolean knows(Optional<String> model) {
        return model.isPresent() && new Services(settings).knows(model.get());
    }

    /** Those that edit the line at the prompt. */
    KeyStyle keys() {
        return settings.get(Keys.KEYS).orElse("").equals("vi") ? KeyStyle.VI : KeyStyle.EMACS;
    }

    /** @param schema that answers have to follow */
    Manner manner(Optional<Role> role, Optional<String> schema) {
        Tuning tuning = new Tuning(settings, parameters.or(Parameters.following(schema)), new KnownAcceptance());
        tuning.role(role);
        return new Manner(new Limits(timeout(), Limits.DEFAULT.retries()), tuning);
    }

    /** What is done to the window of the terminal. */
    Window.Wishes window(Context context) {
        return new Window.Wishes(
                new Emulator(
                        context.terminalType(),
                        context.environment().get("TMUX").orElse("")),
                Notify.named(settings.get(Keys.NOTIFY).orElse("")),
                settings.get(Keys.TITLE).orElse(true) ? WindowTitle.QUESTION : WindowTitle.UNTOUCHED);
    }

    /** Says of each value in use where it comes from. */
    void explain(Dialogue dialogue, Consumer<String> debug) {
        String model = dialogue.model().name();
        Tuning tuning = dialogue.tuning();
        settings.file().ifPresent(file -> debug.accept("config: " + file.path()));
        tuning.role().ifPresent(role -> debug.accept("role " + role.name() + ": " + origin("-r")));
        casting.instruction(dialogue.session(), tuning, model)
                .filter(said -> !said.text().isEmpty())
                .ifPresent(said -> debug.accept("system prompt: " + said.origin()));
        for (Tuning.Value value : tuning.values(model)) {
            debug.accept(value.parameter().word() + " " + value.text() + ": " + value.origin());
        }
        timeout().ifPresent(time -> debug.accept("timeout " + time.toMillis() + " ms: " + origin("--timeout")));
        idleTimeout()
                .ifPresent(
                        time -> debug.accept("idle_timeout " + time.toMillis() + " ms: " + origin("--idle-timeout")));
        if (!saves()) {
            debug.accept("save false: " + (options.is("--no-save") ? BY_OPTION : FROM_CONFIG));
        }
    }

    private String origin(String option) {
        return options.text(option).isPresent() ? BY_OPTION : FROM_CONFIG;
    }
}
