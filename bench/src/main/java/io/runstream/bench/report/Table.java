package io.runstream.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Markdown table that grows row by row. */
public final class Table {

    private final String title;
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    public Table(String title, String... heads) {
        this.title = title;
        columns = heads.length;
        row(heads);
        lines.add("|" + String.join("|", Collections.nCopies(columns, "---")) + "|");
    }

    public void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(columns + " columns, but " + cells.length + " cells");
        }
        lines.add("| " + String.join(" | ", cells).replace('\n', ' ') + " |");
    }

    public String markdown() {
        return "## " + title + "\n\n" + String.join("\n", lines) + "\n";
    }
}
