package dev.belay.cli;

import dev.belay.chat.ProblemException;
import dev.belay.config.BadParams;
import dev.belay.config.Keys;
import dev.belay.config.Params;
import dev.belay.config.Role;
import dev.belay.config.Settings;
import dev.belay.config.Template;
import dev.belay.config.Tuning;
import dev.belay.repl.FormerRole;
import dev.belay.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the role that the model is to play, and what it is told for that. Lives on the main thread. */
final class Casting {

    /** A role's name that means none. */
    private static final String NO_ROLE = "-";

    private final Options options;
    private final Settings settings;
    private @Nullable Optional<Role> byOption;

    Casting(Options options, Settings settings) {
        this.options = options;
        this.settings = settings;
    }

    /** The model of the role that the options name. */
    Optional<String> model() {
        Optional<String> name = options.text("-r");
        Optional<Role> role = name.isPresent() ? roleByOption(name.get()) : Optional.empty();
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
            return hasValues() ? cast(former.role()) : former.role();
        }
        return cast(given.isPresent() ? roleByOption(given.get()) : usualRole());
    }

    /** With values for its variables; those of {@code -s} may be among them. */
    private Optional<Role> cast(Optional<Role> role) {
        Params params = options.params();
        List<String> others = new ArrayList<>();
        if (options.text("-s").isPresent()) {
            others.addAll(
                    params.values().isEmpty()
                            ? List.of()
                            : systemTemplate().variables().keySet());
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

    /** Gives a session that begins its system prompt and role, or one that is told anew what they are. */
    void instruct(Session session, Tuning tuning, String model) {
        Optional<Tuning.Instruction> said = instruction(session, tuning, model);
        if (isCast(session) || hasValues()) {
            session.heading()
                    .role(tuning.role().isPresent() ? tuning.role().get().call() : "");
        }
        if (said.isPresent()) {
            session.heading().system(said.get().text());
        }
    }

    /** The system prompt; empty to leave it. */
    Optional<Tuning.Instruction> instruction(Session session, Tuning tuning, String model) {
        if (options.text("-s").isPresent()) {
            String text = hasValues()
                    ? options.params().fill(systemTemplate(), "the text of -s")
                    : options.system().get();
            return Optional.of(new Tuning.Instruction(text, Preferences.BY_OPTION));
        }
        boolean saysAnew = hasValues()
                && tuning.role().isPresent()
                && tuning.role().get().system().isPresent();
        return isCast(session) || saysAnew ? Optional.of(tuning.system(model)) : Optional.empty();
    }

    private boolean hasValues() {
        return !options.texts("-p").isEmpty();
    }

    /** Whether it is to be decided who is played. */
    private boolean isCast(Session session) {
        return isNew(session) || options.text("-r").isPresent();
    }
}
