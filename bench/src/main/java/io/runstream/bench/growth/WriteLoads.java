package io.runstream.bench.growth;

import io.runstream.bench.http.TrackingClient;
import io.runstream.bench.load.RequestSource;
import io.runstream.bench.workload.SeedData;
import io.runstream.bench.workload.Writes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is written at each step, to runs made for it, in an experiment apart: so the searches find what they found. */
final class WriteLoads {
    private static final int CONNECTIONS = 8;
    private static final int RUNS_OF_EACH = 32;
    private static final int SERIES = 20;
    private static final int POINTS_OF_EACH = 5;

    private final TrackingClient client;
    private final SeedData scratch;

    WriteLoads(TrackingClient client) {
        this.client = client;
        String experiment = client.createExperiment("growth-written-" + UUID.randomUUID());
        this.scratch = new SeedData(experiment, List.of(), experiment);
    }

    /** By title, the sources of each connection. */
    Map<String, Supplier<List<RequestSource>>> all() {
        Map<String, Supplier<List<RequestSource>>> all = new LinkedHashMap<>();
        all.put("create run", () -> sources(() -> Writes.createRun(scratch)));
        all.put("log-metric", () -> sources(() -> Writes.metrics(newRun(), Writes.series(1), 1)));
        all.put(
                "log-batch of 100 metrics",
                () -> sources(() -> Writes.metrics(newRun(), Writes.series(SERIES), POINTS_OF_EACH)));
        all.put("log-batch of 10 params", () -> sources(() -> Writes.params(newRuns())));
        return all;
    }

    private static List<RequestSource> sources(Supplier<RequestSource> source) {
        return Stream.generate(source).limit(CONNECTIONS).toList();
    }

    private List<String> newRuns() {
        return IntStream.range(0, RUNS_OF_EACH).mapToObj(i -> newRun()).toList();
    }

    private String newRun() {
        return client.createRun(
                TrackingClient.object().put("experiment_id", scratch.scratch()).put("start_time", 1));
    }
}
