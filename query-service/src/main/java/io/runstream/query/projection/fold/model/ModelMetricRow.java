package io.runstream.query.projection.fold.model;

import io.runstream.event.v1.Metric;
import java.util.UUID;

/**
 * A row of the table {@code logged_model_metric}: a point that a run measured of a model.
 *
 * @param datasetName empty if no dataset was named, then as the digest
 */
public record ModelMetricRow(
        String modelId,
        String key,
        long timestamp,
        long step,
        UUID runId,
        double value,
        String datasetName,
        String datasetDigest) {

    static ModelMetricRow from(UUID runId, Metric metric) {
        return new ModelMetricRow(
                metric.getModelId(),
                metric.getKey(),
                metric.getTimestamp(),
                metric.getStep(),
                runId,
                metric.getValue(),
                metric.getDatasetName(),
                metric.getDatasetDigest());
    }
}
