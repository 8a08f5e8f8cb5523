package dev.belay.bench;

import java.util.ArrayList;
import java.util.List;

/** What a benchmark found: rows for the table, and notes to be printed under it. */
record Findings(List<Row> rows, List<String> notes) {

    Findings() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    Findings add(Row row) {
        rows.add(row);
        return this;
    }

    Findings note(String note) {
        notes.add(note);
        return this;
    }
}
