package dev.belay.repl.slash;

import dev.belay.config.BadParams;
import dev.belay.config.KnownRole;
import dev.belay.config.Params;
import dev.belay.config.Role;
import dev.belay.config.RoleCall;
import dev.belay.config.Settings;
import dev.belay.config.TextFile;
import dev.belay.config.Tuning;
import dev.belay.file.TypedPath;
import dev.belay.repl.Repl;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows the roles, or has the model play one of them. */
final class RoleCommand implements SlashCommand {

    private static final String NONE = "-";

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
        return "show the roles, or play one, with NAME=VALUE; - ends it";
    }

    @Override
    public List<Suggestion> completions(String begun, Repl repl) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (KnownRole role : KnownRole.in(repl.dialogue().tuning().settings())) {
            suggestions.add(new Suggestion(role.name(), Undo.shorten(role.about())));
            if (role.role().isPresent() && begun.startsWith(role.name() + " ")) {
                variables(role.role().get(), begun, suggestions);
            }
        }
        if (repl.dialogue().tuning().role().isPresent()) {
            suggestions.add(new Suggestion(NONE, "no role"));
        }
        return suggestions;
    }

    /** Those that do not stand there yet; none while a value in quotes is being typed. */
    private static void variables(Role role, String begun, List<Suggestion> suggestions) {
        if (begun.chars().filter(c -> c == '"').count() % 2 == 1) {
            return;
        }
        String before = begun.substring(0, begun.lastIndexOf(' ') + 1);
        for (String name : role.variables().keySet()) {
            if (!before.contains(" " + name + "=")) {
                String otherwise = role.variables()
                        .get(name)
                        .map(value -> "otherwise " + Undo.shorten(value))
                        .orElse("");
                suggestions.add(new Suggestion(before + name + "=", otherwise));
            }
        }
    }

    @Override
    public void run(String argument, Repl repl) throws IOException {
        if (argument.isEmpty()) {
            list(repl);
        } else if (argument.equals(NONE)) {
            play(Optional.empty(), repl);
            repl.notice("no role");
        } else {
            try {
                called(argument, repl);
            } catch (BadParams bad) {
                repl.notice(bad.sentence(""));
            }
        }
    }

    private static void called(String argument, Repl repl) throws IOException {
        Tuning tuning = repl.dialogue().tuning();
        RoleCall call = RoleCall.typed(argument, tuning.settings().roles(), name -> text(name, repl));
        Optional<Role> role =
                call.name().isEmpty() ? tuning.role() : tuning.settings().role(call.name());
        if (role.isPresent()) {
            Params params = call.params().or(role.get().params());
            play(Optional.of(role.get().with(params, List.of())), repl);
            repl.notice(
                    "role " + role.get().name() + ", " + repl.dialogue().model().name());
        } else {
            repl.notice(unknown(call.name(), tuning.settings()));
        }
    }

    private static String unknown(String name, Settings settings) {
        if (name.isEmpty()) {
            return "no role is played whose variables could be given; /role NAME plays one";
        }
        String first = name.split("\\s", 2)[0];
        boolean isCalled = !first.equals(name) && settings.roles().contains(first);
        return isCalled
                ? "there is no role “" + name + "”; values are given to " + first + " as name=value"
                : settings.noRole(name);
    }

    private static String text(String name, Repl repl) {
        try {
            return TextFile.read(new TypedPath(name, repl.tray().home()).meant())
                    .strip();
        } catch (InvalidPathException none) {
            throw new BadParams("“" + name + "” is no path of a file");
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
        repl.dialogue()
                .session()
                .heading()
                .system(tuning.system(repl.dialogue().model().name()).text());
        repl.dialogue().session().heading().role(role.map(Role::call).orElse(""));
    }

    private static void list(Repl repl) throws IOException {
        Tuning tuning = repl.dialogue().tuning();
        Settings settings = tuning.settings();
        List<KnownRole> roles = KnownRole.in(settings);
        if (roles.isEmpty()) {
            repl.notice("there are no roles; belay help config tells how to write some");
            return;
        }
        for (KnownRole role : roles) {
            boolean plays =
                    tuning.role().isPresent() && tuning.role().get().name().equals(role.name());
            String variables = role.variables().isEmpty() ? "" : "  (" + Undo.shorten(role.variables()) + ")";
            repl.notice((plays ? "* " : "  ") + role.name() + "  " + Undo.shorten(role.about()) + variables);
        }
    }
}
