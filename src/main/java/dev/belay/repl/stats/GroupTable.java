package dev.belay.repl.stats;

import dev.belay.session.count.Asked.Ending;
import dev.belay.view.Cells;
import dev.belay.view.Cleaner;
import dev.belay.view.Count;
import dev.belay.view.Dollars;
import dev.belay.view.StackedBar;
import dev.belay.view.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups of turns as a table for a person, with a line for all of them; as wide as the terminal allows.
 *
 * @param title of the first column
 */
record GroupTable(String title, List<Report.Group> groups, Sums total) {

    private static final int GAP = 2;
    private static final int LONGEST_BAR = 16;
    private static final int SHORTEST_BAR = 8;
    private static final int SHORTEST_NAME = 18;

    /** What goes first where there is no room: the second number of a column is greater the longer it stays. */
    private static final List<String> TITLES = List.of("turns", "sent", "received", "cost", "cut", "saved");

    private static final int[] STAYING = {5, 1, 3, 4, 0, 2};

    String fitted(int width, Style style) {
        List<Integer> columns = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        int name = title.length();
        for (Report.Group group : groups) {
            name = Math.max(name, Cells.width(Cleaner.clean(group.name())));
        }
        int least = Math.min(name, SHORTEST_NAME) + GAP + SHORTEST_BAR;
        while (columns.size() > 1 && least + widthOf(columns) > width) {
            int going = leastNeeded(columns);
            columns.removeIf(column -> column == going);
        }
        int room = width - widthOf(columns) - GAP;
        int bar = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, room - name));
        int named = Math.max(1, Math.min(name, room - bar));
        return lines(columns, named, bar, style);
    }

    private static int leastNeeded(List<Integer> columns) {
        int least = columns.get(0);
        for (int column : columns) {
            least = STAYING[column] < STAYING[least] ? column : least;
        }
        return least;
    }

    private int widthOf(List<Integer> columns) {
        int width = 0;
        for (int column : columns) {
            width += GAP + width(column);
        }
        return width;
    }

    private int width(int column) {
        int width = Math.max(TITLES.get(column).length(), cell(total, column).length());
        for (Report.Group group : groups) {
            width = Math.max(width, cell(group.sums(), column).length());
        }
        return width;
    }

    private String lines(List<Integer> columns, int name, int bar, Style style) {
        StringBuilder table = new StringBuilder();
        StringBuilder head = new StringBuilder(left(title, name));
        for (int column : columns) {
            head.append(" ".repeat(GAP)).append(right(TITLES.get(column), width(column)));
            head.append(column == 0 ? " ".repeat(GAP) + left("ended", bar) : "");
        }
        table.append(style.dim(head.toString().stripTrailing())).append('\n');
        long most = 1;
        for (Report.Group group : groups) {
            most = Math.max(most, group.sums().turns());
        }
        for (Report.Group group : groups) {
            table.append(line(group, columns, name, new StackedBar(bar, most), style));
        }
        if (groups.size() > 1) {
            table.append(
                    line(new Report.Group("total", total), columns, name, new StackedBar(bar, total.turns()), style));
        }
        return table.toString();
    }

    private String line(Report.Group group, List<Integer> columns, int name, StackedBar bar, Style style) {
        StringBuilder line = new StringBuilder(left(Cleaner.clean(group.name()), name));
        for (int column : columns) {
            line.append(" ".repeat(GAP)).append(right(cell(group.sums(), column), width(column)));
            line.append(column == 0 ? " ".repeat(GAP) + padded(group.sums(), bar, style) : "");
        }
        return line.toString().stripTrailing() + "\n";
    }

    /** The escape sequences in a bar take no room: how long it is tells the same without them. */
    private static String padded(Sums sums, StackedBar bar, Style style) {
        long[] parts = {sums.count(Ending.COMPLETE), sums.count(Ending.INTERRUPTED), sums.count(Ending.FAILED)};
        String drawn = bar.of(style, parts);
        int cells = Cells.width(drawn.replaceAll("\u001b\\[\\d+m", ""));
        return drawn + " ".repeat(Math.max(0, bar.cells() - cells));
    }

    private static String cell(Sums sums, int column) {
        return switch (column) {
            case 0 -> Integer.toString(sums.turns());
            case 1 ->
                sums.input().isUnknown()
                        ? ""
                        : sums.input().mark().replace(" ", "")
                                + Count.text(sums.input().tokens());
            case 2 ->
                sums.output().mark().replace(" ", "") + Count.text(sums.output().tokens());
            case 3 -> sums.cost().brief().replace(" ", "");
            case 4 -> sums.cutShortKnown() == 0 ? "" : "~" + Count.text(sums.cutShort());
            default -> sums.savedKnown() == 0 ? "" : "~" + Dollars.text(sums.saved());
        };
    }

    private static String left(String text, int cells) {
        String fitted = Cells.fitted(text, cells, cells > 1 ? "…" : "");
        return fitted + " ".repeat(Math.max(0, cells - Cells.width(fitted)));
    }

    private static String right(String text, int cells) {
        return " ".repeat(Math.max(0, cells - text.length())) + text;
    }
}
