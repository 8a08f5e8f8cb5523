package dev.belay.cli;

import dev.belay.config.KnownRole;
import dev.belay.config.ModelNames;
import dev.belay.config.Settings;
import dev.belay.guide.Guide;
import dev.belay.provider.Provider;
import dev.belay.session.SessionFinder;
import dev.belay.session.SessionStore;
import dev.belay.session.SessionSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may follow on a command line, as it is at this moment: a line for each value, with a description behind a tab. Nobody is
 * asked over the network, and nothing is said when something cannot be had. Somebody waits for it with a finger on Tab.
 *
 * @param word what the person has typed of the value so far
 */
record LiveValues(Context context, String word) {

    /** Each is read, and somebody waits: of older ones the id has to be typed. */
    private static final int SESSIONS = 50;

    /** A longer title is no word to complete. */
    private static final int LONGEST_TITLE = 60;

    String of(String kind) {
        StringBuilder lines = new StringBuilder();
        try {
            switch (kind) {
                case "models" -> models(lines);
                case "providers" -> providers(lines);
                case "sessions" -> sessions(lines);
                case "roles" -> roles(lines);
                default -> {
                    // A script of another version asks for what is not known here.
                }
            }
        } catch (IOException | RuntimeException nothing) {
            return "";
        }
        return lines.toString();
    }

    /** First whose they are, and once that is typed those that were listed before. */
    private void models(StringBuilder lines) {
        Settings settings = Settings.in(context.environment());
        add(lines, Guide.MODEL, "answers from the manual");
        for (String alias : settings.aliases()) {
            add(lines, alias, settings.alias(alias).orElse(""));
        }
        if (word.indexOf('/') < 0) {
            providers(lines, settings);
            return;
        }
        Optional<Provider> provider = new Services(settings).of(word);
        if (provider.isPresent()) {
            String name = provider.get().name();
            for (String model : names().of(name)) {
                add(lines, name + "/" + model, "");
            }
        }
    }

    private void providers(StringBuilder lines) {
        providers(lines, Settings.in(context.environment()));
    }

    private void providers(StringBuilder lines, Settings settings) {
        for (OfferedProvider offered : OfferedProvider.beginning(word, settings, context.environment(), names())) {
            add(lines, offered.name() + "/", offered.why());
        }
    }

    private ModelNames names() {
        return new ModelNames(context.places().models());
    }

    private void roles(StringBuilder lines) {
        for (KnownRole role : KnownRole.in(Settings.in(context.environment()))) {
            add(lines, role.name(), role.about());
        }
    }

    /** By their titles, where those are short and belong to one of them only; by their ids else, and when digits were typed. */
    private void sessions(StringBuilder lines) throws IOException {
        SessionStore store = new SessionStore(context.places().sessions());
        SessionFinder finder = new SessionFinder(store);
        boolean byId = !word.isEmpty() && Character.isDigit(word.charAt(0));
        List<SessionSummary> newest = byId ? called(store.ids(word), finder) : finder.newest("", SESSIONS);
        Map<String, Integer> called = new HashMap<>();
        for (SessionSummary session : newest) {
            called.put(session.name(), called.getOrDefault(session.name(), 0) + 1);
        }
        for (SessionSummary session : newest) {
            String name = session.name();
            boolean isName = !name.isBlank() && name.length() <= LONGEST_TITLE && called.getOrDefault(name, 0) == 1;
            if (isName && !byId) {
                add(lines, name, session.id());
            } else {
                add(lines, session.id(), name);
            }
        }
    }

    /** Ids tell the age, so the newest can be had without a look at all. */
    private static List<SessionSummary> called(List<String> ids, SessionFinder finder) {
        List<String> newest = new ArrayList<>(ids);
        newest.sort(Comparator.reverseOrder());
        List<SessionSummary> sessions = new ArrayList<>();
        for (String id : newest.subList(0, Math.min(SESSIONS, newest.size()))) {
            sessions.add(finder.summary(id));
        }
        return sessions;
    }

    /** What would steer a screen or break the line is no value. */
    private void add(StringBuilder lines, String value, String description) {
        if (!value.startsWith(word) || hasControl(value)) {
            return;
        }
        lines.append(value);
        int begin = lines.length();
        describe(lines, description);
        if (lines.length() > begin) {
            lines.insert(begin, '\t');
        }
        lines.append('\n');
    }

    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** One line, not too long. Not by patterns, which are not ready so soon after the start. */
    private static void describe(StringBuilder lines, String description) {
        int begin = lines.length();
        boolean isGap = false;
        for (int i = 0; i < description.length() && lines.length() - begin < LONGEST_TITLE; i++) {
            char c = description.charAt(i);
            boolean isBlank = Character.isISOControl(c) || Character.isWhitespace(c);
            if (!isBlank && isGap && lines.length() > begin) {
                lines.append(' ');
            }
            if (!isBlank) {
                lines.append(c);
            }
            isGap = isBlank;
        }
    }
}
