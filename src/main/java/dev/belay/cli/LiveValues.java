package dev.belay.cli;

import dev.belay.config.KnownRole;
import dev.belay.config.ModelNames;
import dev.belay.config.Settings;
import dev.belay.session.SessionFinder;
import dev.belay.session.SessionStore;
import dev.belay.session.SessionSummary;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may follow on a command line, as it is at this moment: a line for each value, with a description behind a tab. Nobody is
 * asked over the network, and nothing is said when something cannot be had.
 *
 * @param word what the person has typed of the value so far
 */
record LiveValues(Context context, String word) {

    /** Whoever has more of them types a few letters more. */
    private static final int SESSIONS = 50;

    /** A longer title is no word to complete. */
    private static final int LONGEST_TITLE = 60;

    String of(String kind) {
        try {
            return switch (kind) {
                case "models" -> models();
                case "sessions" -> sessions();
                case "roles" -> roles();
                default -> "";
            };
        } catch (IOException | RuntimeException nothing) {
            return "";
        }
    }

    private String models() {
        context.preferences();
        StringBuilder lines = new StringBuilder();
        for (String name : Catalogue.known(
                context.services(), new ModelNames(context.places().models()), "")) {
            add(lines, name, "");
        }
        return lines.toString();
    }

    private String roles() {
        StringBuilder lines = new StringBuilder();
        for (KnownRole role : KnownRole.in(Settings.in(context.environment()))) {
            add(lines, role.name(), role.about());
        }
        return lines.toString();
    }

    /** By their titles, where those are short and belong to one of them only; by their ids else, and when digits were typed. */
    private String sessions() throws IOException {
        List<SessionSummary> newest =
                new SessionFinder(new SessionStore(context.places().sessions())).newest("", SESSIONS);
        Map<String, Integer> called = new HashMap<>();
        newest.forEach(session -> called.merge(session.name(), 1, Integer::sum));
        boolean byId = !word.isEmpty() && Character.isDigit(word.charAt(0));
        StringBuilder lines = new StringBuilder();
        for (SessionSummary session : newest) {
            String name = session.name();
            boolean isName = !name.isBlank() && name.length() <= LONGEST_TITLE && called.getOrDefault(name, 0) == 1;
            if (isName && !byId) {
                add(lines, name, session.id());
            } else {
                add(lines, session.id(), name);
            }
        }
        return lines.toString();
    }

    /** What would steer a screen or break the line is no value. */
    private void add(StringBuilder lines, String value, String description) {
        if (!value.startsWith(word) || value.chars().anyMatch(Character::isISOControl)) {
            return;
        }
        lines.append(value);
        String shown = description.replaceAll("\\p{Cntrl}+|\\s+", " ").strip();
        if (!shown.isEmpty()) {
            lines.append('\t').append(shown, 0, Math.min(LONGEST_TITLE, shown.length()));
        }
        lines.append('\n');
    }
}
