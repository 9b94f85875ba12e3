package io.runstream.testkit.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Queries of Prometheus, in a board of Grafana or in rules for alerts. */
public final class MetricQueries {
    private static final Pattern METRIC = Pattern.compile("\\b(?:runstream|http|sql|jvm|process)_[a-z_]+\\b(?!=)");

    private MetricQueries() {}

    /** The metrics that the file asks for, but for {@code up}, which is Prometheus' own. */
    public static Set<String> metricsIn(String boardOrRules) {
        return METRIC.matcher(boardOrRules)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
