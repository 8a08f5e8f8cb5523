package dev.belay.cli;

import dev.belay.session.SessionSummary;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Sessions as lines of columns that are parted by tabs, for programs. */
final class SessionRows {

    private SessionRows() {}

    static String of(List<SessionSummary> sessions) {
        StringBuilder rows = new StringBuilder();
        for (SessionSummary session : sessions) {
            rows.append(session.id()).append('\t');
            rows.append(time(session.changed())).append('\t');
            rows.append(session.turns()).append('\t');
            rows.append(ending(session)).append('\t');
            rows.append(cell(session.model())).append('\t');
            rows.append(cell(session.name())).append('\n');
        }
        return rows.toString();
    }

    /** To the second: what comes after it tells nobody anything. */
    static String time(long millis) {
        return Instant.ofEpochSecond(Math.floorDiv(millis, 1000L)).toString();
    }

    /** A moment as a file tells it, to the second as well; what is none is told as it is. */
    static String time(String told) {
        try {
            return Instant.parse(told).truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeParseException none) {
            return told;
        }
    }

    static String ending(SessionSummary session) {
        return session.ending().name().toLowerCase(Locale.ROOT);
    }

    /** A cell is one, whatever is in it. */
    static String cell(String text) {
        StringBuilder cell = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            cell.append(Character.isISOControl(c) ? ' ' : c);
        }
        return cell.toString();
    }
}
