package io.runstream.query.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run as the plain model of MLflow's search sees it. */
record ModelRun(
        UUID id,
        long experiment,
        String name,
        String user,
        int status,
        long startTime,
        @Nullable Long endTime,
        boolean deleted,
        long lifecycleChangedAt,
        Map<String, Double> metrics,
        Map<String, String> params,
        Map<String, String> tags,
        List<Input> inputs) {
    private static final List<String> STATUSES = List.of("", "RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED");

    record Input(String name, String digest, @Nullable String context) {}

    String hexId() {
        return id.toString().replace("-", "");
    }

    String statusName() {
        return STATUSES.get(status);
    }

    String artifactUri() {
        return "mlflow-artifacts:/" + experiment + "/" + name;
    }
}
