package io.runstream.bench.workload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.runstream.bench.http.TrackingClient;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What is there before the clock runs.
 *
 * @param experiment holds the runs that are read and searched, and no others
 * @param runs of that experiment
 * @param scratch the experiment that workloads write to
 */
public record SeedData(String experiment, List<String> runs, String scratch) {

    private static final int RUNS = 1_000;
    private static final int PARAMS = 10;
    private static final int METRICS = 20;
    private static final int TAGS = 5;
    private static final int PARAM_VALUES = 10;
    private static final long SEED = 7;
    private static final long START = 1_700_000_000_000L;

    /** Creates two experiments and, in one of them, 1,000 runs of 10 params, 20 metrics and 5 tags. */
    public static SeedData create(InetSocketAddress address) {
        try (TrackingClient client = new TrackingClient(address)) {
            String experiment = client.createExperiment("bench-" + UUID.randomUUID());
            String scratch = client.createExperiment("bench-scratch-" + UUID.randomUUID());
            return new SeedData(experiment, createRuns(address, experiment), scratch);
        }
    }

    private static List<String> createRuns(InetSocketAddress address, String experiment) {
        return new Crew(address)
                .map(IntStream.range(0, RUNS).boxed().toList(), (client, i) -> createRun(client, experiment, i));
    }

    private static String createRun(TrackingClient client, String experiment, int number) {
        ObjectNode run = TrackingClient.object();
        run.put("experiment_id", experiment).put("start_time", START + number).put("run_name", "seed-" + number);
        addPairs(run.putArray("tags"), "t", TAGS, number);
        String runId = client.createRun(run);
        client.post("runs/log-batch", batch(runId, number));
        return runId;
    }

    private static ObjectNode batch(String runId, int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        ObjectNode batch = TrackingClient.object().put("run_id", runId);
        addPairs(batch.putArray("params"), "p", PARAMS, number);
        ArrayNode metrics = batch.putArray("metrics");
        for (int key = 0; key < METRICS; key++) {
            metrics.addObject()
                    .put("key", "m" + key)
                    .put("value", random.nextDouble())
                    .put("timestamp", START + number)
                    .put("step", 1);
        }
        return batch;
    }

    private static void addPairs(ArrayNode pairs, String prefix, int count, int number) {
        for (int key = 0; key < count; key++) {
            pairs.addObject().put("key", prefix + key).put("value", "v" + (number * 7 + key) % PARAM_VALUES);
        }
    }
}
