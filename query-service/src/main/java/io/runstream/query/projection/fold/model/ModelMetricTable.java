package io.runstream.query.projection.fold.model;

import io.runstream.event.v1.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Those points of a batch that were measured of a logged model. Most metrics are of none, and only pass by here. */
public final class ModelMetricTable {
    private final List<ModelMetricRow> rows = new ArrayList<>();

    public void add(UUID runId, List<Metric> metrics) {
        for (Metric metric : metrics) {
            if (!metric.getModelId().isEmpty()) {
                rows.add(ModelMetricRow.from(runId, metric));
            }
        }
    }

    /** The same point may be there twice. */
    public List<ModelMetricRow> all() {
        return rows;
    }
}
