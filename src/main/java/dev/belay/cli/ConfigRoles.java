package dev.belay.cli;

import dev.belay.config.KnownRole;
import dev.belay.config.Settings;
import dev.belay.repl.tty.Width;
import dev.belay.view.Cleaner;
import dev.belay.view.Columns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists the roles, of the config and of files. */
final class ConfigRoles {

    private static final List<String> TITLES = List.of("role", "variables", "from", "about");

    /** More of a text is no list any more. */
    private static final int SHOWN = 60;

    private ConfigRoles() {}

    static Exit run(Options options, Context context) throws IOException {
        OutputForm form = OutputForm.of(options);
        Settings settings = Settings.in(context.environment());
        List<KnownRole> roles = KnownRole.in(settings);
        if (roles.isEmpty()) {
            context.warn("there are no roles; belay help config tells how to write some");
        }
        String text = switch (form) {
            case JSON -> RoleJson.array(roles, settings) + "\n";
            case JSONL -> RoleJson.lines(roles, settings);
            case TEXT, MARKDOWN ->
                roles.isEmpty() ? "" : context.out().isTerminal() ? table(roles, settings, context) : names(roles);
        };
        context.print(text, form);
        return Exit.COMPLETE;
    }

    private static String table(List<KnownRole> roles, Settings settings, Context context) {
        List<List<String>> rows = new ArrayList<>();
        for (KnownRole role : roles) {
            rows.add(List.of(
                    Cleaner.clean(role.name()),
                    shortened(role.variables()),
                    Cleaner.clean(settings.roleOrigin(role.name())),
                    shortened(role.about())));
        }
        return new Columns(TITLES, rows).fitted(Width.OUTPUT.getAsInt(), context.outStyle());
    }

    private static String shortened(String text) {
        String line = Cleaner.clean(text).strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static String names(List<KnownRole> roles) {
        StringBuilder names = new StringBuilder();
        for (KnownRole role : roles) {
            names.append(role.name()).append('\n');
        }
        return names.toString();
    }
}
