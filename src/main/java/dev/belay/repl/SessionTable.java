package dev.belay.repl;

import dev.belay.session.SessionSummary;
import dev.belay.view.Cleaner;
import dev.belay.view.Columns;
import dev.belay.view.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/**
 * Sessions as a table for a person.
 *
 * @param here the id of the session that is open at this prompt
 * @param now the time, in milliseconds of the epoch
 */
public record SessionTable(List<SessionSummary> sessions, String here, long now) {

    private static final int GAP = 2;

    /** A title that is shorter than this says little: then rather the model goes. */
    private static final int LEAST_TITLE = 24;

    /** With less room for it a title could as well be left out: then rather age, turns and outcome go. */
    private static final int LEAST_ROOM = 12;

    private static final int LONGEST_MODEL = 24;
    private static final long DAYS_TOLD = 30;

    /** The table, no wider than this as far as the ids allow. */
    public String fitted(int width, Style style) {
        List<String> titles = new ArrayList<>(List.of("id", " age", " turns", "ended"));
        List<List<String>> rows = new ArrayList<>();
        for (SessionSummary session : sessions) {
            rows.add(new ArrayList<>(List.of(session.id(), age(session), turns(session), ended(session))));
        }
        while (titles.size() > 1 && width - width(titles, rows) - GAP < LEAST_ROOM) {
            titles.remove(1);
            rows.forEach(row -> row.remove(1));
        }
        int model = widest();
        int left = width - width(titles, rows);
        boolean withModel = left - model - 2 * GAP >= LEAST_TITLE;
        if (withModel) {
            titles.add("model");
        }
        titles.add("title");
        int room = Math.max(1, left - GAP - (withModel ? model + GAP : 0));
        for (int i = 0; i < rows.size(); i++) {
            if (withModel) {
                rows.get(i).add(shortened(sessions.get(i).model(), LONGEST_MODEL));
            }
            rows.get(i).add(shortened(sessions.get(i).name(), room));
        }
        return new Columns(titles, rows).fitted(width, style);
    }

    private int widest() {
        int widest = "model".length();
        for (SessionSummary session : sessions) {
            widest = Math.max(widest, shortened(session.model(), LONGEST_MODEL).length());
        }
        return widest;
    }

    private static int width(List<String> titles, List<List<String>> rows) {
        int width = GAP * (titles.size() - 1);
        for (int column = 0; column < titles.size(); column++) {
            int widest = titles.get(column).strip().length();
            for (List<String> row : rows) {
                widest = Math.max(widest, row.get(column).length());
            }
            width += widest;
        }
        return width;
    }

    private static String turns(SessionSummary session) {
        return session.turns() == 0 ? "" : Integer.toString(session.turns());
    }

    private String ended(SessionSummary session) {
        return session.id().equals(here) ? "this one" : session.ending().name().toLowerCase(Locale.ROOT);
    }

    private String age(SessionSummary session) {
        return age(session.changed(), now);
    }

    /** How long ago, in one unit; after a month the day. */
    public static String age(long changed, long now) {
        Duration age = Duration.ofMillis(Math.max(0, now - changed));
        if (age.toDays() >= DAYS_TOLD) {
            return Instant.ofEpochMilli(changed).toString().substring(0, "2026-11-20".length());
        }
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
    }

    /** As much of a text as fits into so many cells. */
    private static String shortened(String text, int cells) {
        String line = Cleaner.clean(text).replaceAll("\\s+", " ");
        int used = 0;
        int fits = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            used += Math.max(0, WCWidth.wcwidth(line.codePointAt(at)));
            if (used > cells) {
                return line.substring(0, fits).stripTrailing() + "…";
            }
            if (used < cells) {
                fits = at + Character.charCount(line.codePointAt(at));
            }
        }
        return line;
    }
}
