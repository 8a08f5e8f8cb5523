package dev.belay.repl.stats;

import dev.belay.session.count.Asked.Ending;
import dev.belay.view.Cells;
import dev.belay.view.Dollars;
import dev.belay.view.StackedBar;
import dev.belay.view.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report for a person.
 *
 * @param width of the terminal
 */
public record ReportText(Report report, int width, Style style) {

    private static final int LABEL = 11;
    private static final int NUMBER = 9;
    private static final int BAR = 40;
    private static final int LAST_DAYS = 7;

    /** The whole of it, on one screen where nothing else was wanted. */
    public String text() {
        if (report.total().turns() == 0) {
            return report.scope().since().isPresent() ? "nothing was asked in that time\n" : "nothing was asked yet\n";
        }
        return ascii(
                report.scope().by().isEmpty()
                        ? summary()
                        : groups(report.scope().by().get()));
    }

    /** Signs that a terminal without UTF-8 does not have; in a table each takes one cell as before. */
    private String ascii(String text) {
        return style.utf8() ? text : text.replace("≥ ", ">= ").replace("≥", ">").replace("…", "~");
    }

    private String groups(By by) {
        String title = by.name().toLowerCase(Locale.ROOT);
        String table = new GroupTable(title, report.groups(), report.total()).fitted(width, style);
        return table + legend() + "\n" + spared(report.total());
    }

    private String legend() {
        return StackedBar.sign(0, style)
                + style.dim(" complete  ")
                + StackedBar.sign(1, style)
                + style.dim(" interrupted  ")
                + StackedBar.sign(2, style)
                + style.dim(" failed");
    }

    private String summary() {
        Sums total = report.total();
        StringBuilder text = new StringBuilder(head()).append("\n\n");
        StackedBar bar = new StackedBar(Math.max(1, Math.min(BAR, width - LABEL - NUMBER)), total.turns());
        for (Ending ending : Ending.values()) {
            int count = total.count(ending);
            if (ending != Ending.RUNNING || count > 0) {
                text.append(outcome(ending, count, bar)).append('\n');
            }
        }
        text.append('\n');
        text.append(line(
                "sent",
                total.input().isUnknown()
                        ? "unknown"
                        : total.input().mark() + tokens(total.input().tokens())));
        text.append(
                line("received", total.output().mark() + tokens(total.output().tokens())));
        text.append(line(
                "cost",
                total.cost().isUnknown() && total.cost().unknown() == 0
                        ? "nothing"
                        : total.cost().words()));
        return text.append(spared(total)).append(lastDays()).toString();
    }

    private String head() {
        String head = count(report.total().turns(), "turn") + " in " + count(report.sessions(), "conversation");
        if (!report.isDated()) {
            return head;
        }
        String first = By.day(report.first(), report.scope().zone());
        String last = By.day(report.last(), report.scope().zone());
        return head + ", " + (first.equals(last) ? first : first + " to " + last);
    }

    private String outcome(Ending ending, int count, StackedBar bar) {
        String label = ending.name().toLowerCase(Locale.ROOT);
        long[] parts = new long[LAST_PART + 1];
        if (ending != Ending.RUNNING) {
            parts[ending.ordinal()] = count;
        }
        String number = Integer.toString(count);
        int blanks = Math.max(1, LABEL + NUMBER - 2 - label.length() - number.length());
        return (label + " ".repeat(blanks) + number + "  " + bar.of(style, parts)).stripTrailing();
    }

    private static final int LAST_PART = Ending.FAILED.ordinal();

    /** What stopping spared, and for how many of the answers that can be told. */
    private String spared(Sums sums) {
        int stopped = sums.count(Ending.INTERRUPTED);
        if (stopped == 0) {
            return "";
        }
        String all = " of " + count(stopped, "interruption");
        String cut = sums.cutShortKnown() == 0
                ? "unknown: "
                        + (stopped == sums.goneOnWith()
                                ? "all were gone on with"
                                : "nothing came before the stop, or too few answers are complete")
                : "~" + tokens(sums.cutShort()) + ", estimated for " + sums.cutShortKnown() + all;
        String goneOn = sums.goneOnWith() == 0 || stopped == sums.goneOnWith()
                ? ""
                : "; " + sums.goneOnWith() + " gone on with later";
        String saved = saved(sums, all);
        return line("cut short", cut + goneOn) + (saved.isEmpty() ? "" : line("saved", saved));
    }

    /** Where services go on after a stop, that is said and not counted. */
    private static String saved(Sums sums, String all) {
        String known = "~" + Dollars.text(sums.saved()) + " by list prices, for " + sums.savedKnown() + all;
        String ranOn = sums.ranOn() + (sums.savedKnown() == 0 ? all : "")
                + " stopped where the whole answer may be billed all the same";
        return sums.savedKnown() == 0
                ? sums.ranOn() == 0 ? "" : ranOn
                : sums.ranOn() == 0 ? known : known + "; " + ranOn;
    }

    private String lastDays() {
        List<Report.Group> days = report.groups().stream()
                .filter(day -> !day.name().equals(By.NOT_KNOWN))
                .toList();
        if (days.size() < 2) {
            return "";
        }
        List<Report.Group> last = days.subList(Math.max(0, days.size() - LAST_DAYS), days.size());
        long most = last.stream().mapToLong(day -> day.sums().turns()).max().orElse(1);
        StackedBar bar = new StackedBar(Math.max(1, Math.min(BAR, width - LABEL - NUMBER)), most);
        StringBuilder text = new StringBuilder("\n");
        for (Report.Group day : last) {
            Sums sums = day.sums();
            String turns = Integer.toString(sums.turns());
            String drawn = bar.of(
                    style, sums.count(Ending.COMPLETE), sums.count(Ending.INTERRUPTED), sums.count(Ending.FAILED));
            int blanks = Math.max(1, LABEL + NUMBER - 2 - day.name().length() - turns.length());
            text.append(day.name())
                    .append(" ".repeat(blanks))
                    .append(turns)
                    .append("  ")
                    .append(drawn)
                    .append('\n');
        }
        return text.append(legend()).append('\n').toString();
    }

    /** A fact under its name; what is too long goes on below. */
    private String line(String label, String text) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder(label + " ".repeat(LABEL - label.length()));
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && Cells.width(row) + 1 + Cells.width(word) > width) {
                rows.add(row.toString());
                row.setLength(0);
                row.append(" ".repeat(LABEL));
                empty = true;
            }
            row.append(empty ? "" : " ").append(word);
            empty = false;
        }
        rows.add(row.toString());
        return String.join("\n", rows) + "\n";
    }

    private static String tokens(long count) {
        return count(count, "token");
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
