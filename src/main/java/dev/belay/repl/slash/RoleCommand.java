package dev.belay.repl.slash;

import dev.belay.config.Role;
import dev.belay.config.Settings;
import dev.belay.config.Spelling;
import dev.belay.config.Tuning;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the roles, or has the model play one of them. */
final class RoleCommand implements SlashCommand {

    @Override
    public String name() {
        return "role";
    }

    @Override
    public String argument() {
        return "[NAME]";
    }

    @Override
    public String summary() {
        return "show the roles, or play one; - ends it";
    }

    @Override
    public List<Suggestion> completions(Repl repl) {
        Settings settings = repl.dialogue().tuning().settings();
        List<Suggestion> roles = new ArrayList<>();
        for (String name : settings.roles()) {
            roles.add(new Suggestion(name, Undo.shorten(system(name, settings))));
        }
        if (repl.dialogue().tuning().role().isPresent()) {
            roles.add(new Suggestion("-", "no role"));
        }
        return roles;
    }

    private static String system(String name, Settings settings) {
        return settings.role(name).map(Role::system).orElse("");
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (argument.isEmpty()) {
            list(repl);
        } else if (argument.equals("-")) {
            play(Optional.empty(), repl);
            repl.notice("no role");
        } else {
            Settings settings = repl.dialogue().tuning().settings();
            Optional<Role> role = settings.role(argument);
            if (role.isPresent()) {
                play(role, repl);
                repl.notice("role " + argument + ", " + repl.dialogue().model().name());
            } else {
                repl.notice("there is no role “" + argument + "”" + Spelling.advice(argument, settings.roles()));
            }
        }
    }

    /** The model first: when it cannot be had, all stays as it was. */
    private static void play(Optional<Role> role, Repl repl) {
        Optional<String> model = role.flatMap(Role::model);
        if (model.isPresent() && repl.dialogue().session().heading().baseUrl().isEmpty()) {
            Model.change(model.get(), repl);
        }
        Tuning tuning = repl.dialogue().tuning();
        tuning.role(role);
        repl.dialogue().session().heading().system(tuning.system(repl.dialogue().model().name()).text());
    }

    private static void list(Repl repl) throws IOException {
        Tuning tuning = repl.dialogue().tuning();
        List<String> names = tuning.settings().roles();
        if (names.isEmpty()) {
            repl.notice("there are no roles; belay help config tells how to write some");
            return;
        }
        for (String name : names) {
            boolean plays = tuning.role().isPresent() && tuning.role().get().name().equals(name);
            repl.notice((plays ? "* " : "  ") + name + "  " + Undo.shorten(system(name, tuning.settings())));
        }
    }
}
