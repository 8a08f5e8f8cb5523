package dev.belay.bench;

import java.util.ArrayList;
import java.util.List;

/** Rows under a heading, in columns as wide as they need. */
final class Table {

    private static final Row HEADING = new Row(
            "what", "reference", "ours: median (min..max)", "reference", "ratio / p95", "goal", "reached", "runs");

    private Table() {}

    static String of(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADING.cells());
        rows.forEach(row -> lines.add(row.cells()));
        List<Integer> widths = widths(lines);
        lines.add(1, widths.stream().map("-"::repeat).toList());
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                table.append("| ")
                        .append(line.get(i))
                        .append(" ".repeat(widths.get(i) - line.get(i).length() + 1));
            }
            table.append("|\n");
        }
        return table.toString();
    }

    private static List<Integer> widths(List<List<String>> lines) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < lines.get(0).size(); i++) {
            int column = i;
            widths.add(lines.stream()
                    .mapToInt(line -> line.get(column).length())
                    .max()
                    .orElse(0));
        }
        return widths;
    }
}
