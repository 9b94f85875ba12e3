package io.runstream.query.run;

import io.runstream.api.LifecycleStage;
import io.runstream.api.run.Metric;
import io.runstream.api.run.Run;
import io.runstream.api.run.RunData;
import io.runstream.api.run.RunInfo;
import io.runstream.api.run.RunInputs;
import io.runstream.api.run.RunInputs.DatasetInput;
import io.runstream.api.run.RunInputs.ModelInput;
import io.runstream.api.run.RunOutputs;
import io.runstream.api.run.RunOutputs.ModelOutput;
import io.runstream.api.run.RunStatus;
import io.runstream.id.RunId;
import io.runstream.query.search.Labels;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns rows of {@link RunSql} into runs. Where a run logged nothing, the arrays are NULL. */
final class RunRows {
    private RunRows() {}

    /** @param modelInputs whether they are shown */
    static Run run(Row row, Map<UUID, List<DatasetInput>> datasets, boolean modelInputs) {
        UUID id = row.getUUID("run_id");
        return new Run(
                info(row, new RunId(id)),
                new RunData(metrics(row), Labels.sorted(row.getString("params")), Labels.sorted(row.getString("tags"))),
                new RunInputs(datasets.getOrDefault(id, List.of()), modelInputs ? modelInputs(row) : List.of()),
                new RunOutputs(modelOutputs(row)));
    }

    private static RunInfo info(Row row, RunId id) {
        return new RunInfo(
                id.toString(),
                row.getLong("experiment_id").toString(),
                row.getString("name"),
                row.getString("user_id"),
                RunStatus.of(row.getShort("status")),
                row.getLong("start_time"),
                row.getLong("end_time"),
                row.getString("artifact_uri"),
                LifecycleStage.of(row.getBoolean("deleted")));
    }

    private static List<Metric> metrics(Row row) {
        String[] keys = row.getArrayOfStrings("metric_keys");
        if (keys == null) {
            return List.of();
        }
        Double[] values = row.getArrayOfDoubles("metric_values");
        Long[] timestamps = row.getArrayOfLongs("metric_timestamps");
        Long[] steps = row.getArrayOfLongs("metric_steps");
        List<Metric> metrics = new ArrayList<>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            metrics.add(new Metric(keys[i], values[i], timestamps[i], steps[i]));
        }
        metrics.sort(Comparator.comparing(Metric::key));
        return metrics;
    }

    private static List<ModelInput> modelInputs(Row row) {
        return Arrays.stream(row.getArrayOfStrings("input_ids"))
                .sorted()
                .map(ModelInput::new)
                .toList();
    }

    private static List<ModelOutput> modelOutputs(Row row) {
        String[] ids = row.getArrayOfStrings("output_ids");
        if (ids == null) {
            return List.of();
        }
        Long[] steps = row.getArrayOfLongs("output_steps");
        List<ModelOutput> outputs = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            outputs.add(new ModelOutput(ids[i], steps[i]));
        }
        outputs.sort(Comparator.comparing(ModelOutput::modelId));
        return outputs;
    }
}
