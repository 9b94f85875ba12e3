package io.runstream.testkit.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that a README lists: rows that begin with a name in backticks. */
public final class MetricTable {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(runstream_[a-z_]+)(\\{[a-z, ]+})?` \\|", Pattern.MULTILINE);

    private MetricTable() {}

    /** @return the names without their labels */
    public static Set<String> of(Path readme) {
        try {
            return ROW.matcher(Files.readString(readme))
                    .results()
                    .map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
