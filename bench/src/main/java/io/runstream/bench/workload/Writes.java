package io.runstream.bench.workload;

import io.runstream.bench.load.RequestSource;
import io.runstream.bench.load.Rotation;
import io.runstream.bench.load.Template;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The requests that write. */
public final class Writes {

    private static final long FIRST_STEP = 1_000_000_000L;
    private static final long FIRST_TIMESTAMP = 1_700_000_000_000L;
    private static final long MILLIS_PER_STEP = 10;
    private static final int PARAMS = 10;

    private Writes() {}

    /** Names of metrics. */
    public static List<String> series(int count) {
        return IntStream.range(0, count).mapToObj(i -> "metric_" + i).toList();
    }

    /**
     * Metric points, none of which ever repeats.
     *
     * @param pointsOfEach points of each series in a request, at steps that follow one another; a request of one
     *     point is a log-metric, any other a log-batch
     */
    public static RequestSource metrics(String run, List<String> series, int pointsOfEach) {
        SplittableRandom random = new SplittableRandom(run.hashCode());
        if (series.size() * pointsOfEach == 1) {
            Template.Builder single = Template.post("runs/log-metric").text("{\"run_id\":\"" + run + "\",");
            return point(single, series.getFirst(), random.nextDouble(), 0)
                    .text("}")
                    .build(1);
        }
        Template.Builder batch = Template.post("runs/log-batch").text("{\"run_id\":\"" + run + "\",\"metrics\":[");
        String separator = "{";
        for (int step = 0; step < pointsOfEach; step++) {
            for (String key : series) {
                point(batch.text(separator), key, random.nextDouble(), step);
                separator = "},{";
            }
        }
        return batch.text("}]}").build(pointsOfEach);
    }

    private static Template.Builder point(Template.Builder request, String key, double value, int ahead) {
        return request.text("\"key\":\"" + key + "\",\"value\":" + value + ",\"timestamp\":")
                .number(FIRST_TIMESTAMP, MILLIS_PER_STEP, ahead)
                .text(",\"step\":")
                .number(FIRST_STEP, 1, ahead);
    }

    /** What MLflow's Python client sends for start_run. */
    public static RequestSource createRun(SeedData seed) {
        return Template.post("runs/create")
                .text("{\"experiment_id\":\"" + seed.scratch() + "\",\"start_time\":")
                .number(FIRST_TIMESTAMP, 1, 0)
                .text(",\"run_name\":\"able-ant-100\",\"tags\":[{\"key\":\"mlflow.user\",\"value\":\"bench\"},"
                        + "{\"key\":\"mlflow.source.name\",\"value\":\"train.py\"},"
                        + "{\"key\":\"mlflow.source.type\",\"value\":\"LOCAL\"}]}")
                .build(1);
    }

    /** What MLflow's Python client sends for create_external_model, as far as the server reads it. */
    static RequestSource createModel(SeedData seed) {
        return Template.post("logged-models")
                .text("{\"experiment_id\":\"" + seed.scratch() + "\",\"name\":\"model-")
                .number(FIRST_STEP, 1, 0)
                .text("\",\"model_type\":\"classifier\",\"params\":[{\"key\":\"depth\",\"value\":\"3\"}],"
                        + "\"tags\":[{\"key\":\"mlflow.user\",\"value\":\"bench\"}]}")
                .build(1);
    }

    /** One tag of each run, whose value changes. */
    static RequestSource setTag(List<String> runs) {
        return new Rotation(runs.stream()
                .map(run -> Template.post("runs/set-tag")
                        .text("{\"run_id\":\"" + run + "\",\"key\":\"progress\",\"value\":\"")
                        .number(FIRST_STEP, 1, 0)
                        .text("\"}")
                        .build(1))
                .toList());
    }

    /** Ten new params to one run after the other; more runs keep the params of each few, as they are in life. */
    public static RequestSource params(List<String> runs) {
        return new Rotation(runs.stream().map(Writes::params).toList());
    }

    private static Template params(String run) {
        Template.Builder batch = Template.post("runs/log-batch").text("{\"run_id\":\"" + run + "\",\"params\":[");
        for (int i = 0; i < PARAMS; i++) {
            batch.text((i == 0 ? "" : ",") + "{\"key\":\"param_")
                    .number(FIRST_STEP, 1, i)
                    .text("\",\"value\":\"0.0" + i + "\"}");
        }
        return batch.text("]}").build(PARAMS);
    }
}
