package io.runstream.query.projection.fold;

import io.runstream.event.v1.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The points of a batch by run and metric. */
final class SeriesTable {
    private final Map<UUID, Map<String, Series>> byRun = new LinkedHashMap<>();
    private final List<Series> all = new ArrayList<>();

    void add(UUID runId, List<Metric> metrics, long offset) {
        if (metrics.isEmpty()) {
            return;
        }
        Map<String, Series> ofRun = byRun.computeIfAbsent(runId, id -> new HashMap<>());
        for (Metric metric : metrics) {
            Series series = ofRun.get(metric.getKey());
            if (series == null) {
                series = new Series(new RunKey(runId, metric.getKey()));
                ofRun.put(metric.getKey(), series);
                all.add(series);
            }
            series.add(metric.getStep(), metric.getTimestamp(), metric.getValue(), offset);
        }
    }

    /** In the order of their first points. */
    List<Series> all() {
        return all;
    }
}
