package io.runstream.query.model;

import io.runstream.api.model.LoggedModel;
import io.runstream.api.model.LoggedModelData;
import io.runstream.api.model.LoggedModelInfo;
import io.runstream.api.model.LoggedModelMetric;
import io.runstream.api.model.LoggedModelStatus;
import io.runstream.id.RunId;
import io.runstream.query.search.Labels;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns rows of {@link LoggedModelSql} into logged models. Where nothing was measured, the arrays are NULL. */
final class LoggedModelRows {
    /** MLflow gives them in the order of logging, which partitions of a log don't have; this one is at least stable. */
    private static final Comparator<LoggedModelMetric> ORDER = Comparator.comparingLong(LoggedModelMetric::timestamp)
            .thenComparingLong(LoggedModelMetric::step)
            .thenComparing(LoggedModelMetric::key)
            .thenComparing(LoggedModelMetric::runId)
            .thenComparing(metric -> String.valueOf(metric.datasetName()))
            .thenComparing(metric -> String.valueOf(metric.datasetDigest()))
            .thenComparingDouble(LoggedModelMetric::value);

    private LoggedModelRows() {}

    static LoggedModel model(Row row) {
        LoggedModelInfo info = new LoggedModelInfo(
                row.getString("model_id"),
                row.getLong("experiment_id").toString(),
                row.getString("name"),
                row.getLong("created_at"),
                row.getLong("updated_at"),
                row.getString("artifact_uri"),
                LoggedModelStatus.of(row.getShort("status")),
                row.getString("model_type"),
                row.getString("source_run_id"),
                Labels.sorted(row.getString("tags")));
        return new LoggedModel(info, new LoggedModelData(Labels.sorted(row.getString("params")), metrics(row)));
    }

    private static List<LoggedModelMetric> metrics(Row row) {
        String[] keys = row.getArrayOfStrings("keys");
        if (keys == null) {
            return List.of();
        }
        String model = row.getString("model_id");
        Double[] values = row.getArrayOfDoubles("vals");
        Long[] timestamps = row.getArrayOfLongs("timestamps");
        Long[] steps = row.getArrayOfLongs("steps");
        UUID[] runs = row.getArrayOfUUIDs("runs");
        String[] datasets = row.getArrayOfStrings("datasets");
        String[] digests = row.getArrayOfStrings("digests");
        List<LoggedModelMetric> metrics = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            metrics.add(new LoggedModelMetric(
                    keys[i],
                    values[i],
                    timestamps[i],
                    steps[i],
                    orNull(datasets[i]),
                    orNull(digests[i]),
                    model,
                    new RunId(runs[i]).toString()));
        }
        metrics.sort(ORDER);
        return metrics;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
