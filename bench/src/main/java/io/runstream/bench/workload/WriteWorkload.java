package io.runstream.bench.workload;

import io.runstream.bench.http.TrackingClient;
import io.runstream.bench.load.LoadResult;
import io.runstream.bench.load.RequestSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Requests that write, each connection to runs of its own. While it runs a probe asks how soon writes are seen. The
 * clock stops when all that was acknowledged can be read; after that all points are read back and counted.
 *
 * @param runsPerConnection fresh runs created for each connection beforehand
 * @param series metric keys that the requests write to, for reading back; empty if they write no points
 * @param source the requests of one connection, given its runs
 */
record WriteWorkload(
        String name,
        String title,
        Goal goal,
        Function<Effort, Duration> window,
        int runsPerConnection,
        List<String> series,
        int pointsPerRequest,
        Sources sources)
        implements Workload {

    private static final Duration PROBE_PAUSE = Duration.ofMillis(100);

    /** How the requests of one connection come about. */
    @FunctionalInterface
    interface Sources {
        RequestSource open(SeedData seed, List<String> runs);
    }

    @Override
    public Measurement measure(Stage stage) {
        Effort effort = stage.effort();
        List<List<String>> runs = createRuns(stage);
        List<RequestSource> open =
                runs.stream().map(own -> sources.open(stage.seed(), own)).toList();
        long warm = stage.loop().run(open, effort.warmUp()).succeeded();
        ReadBack readBack =
                new ReadBack(stage, runs.stream().map(List::getFirst).toList());
        readBack.awaitVisible();
        try (VisibilityProbe probe = new VisibilityProbe(stage)) {
            Duration cpu = stage.serverCpu().get();
            Duration time = window.apply(effort);
            long start = System.nanoTime();
            CompletableFuture<Visibility> probing =
                    CompletableFuture.supplyAsync(() -> probe.run(time, PROBE_PAUSE), Thread::startVirtualThread);
            LoadResult load = stage.loop().run(open, time);
            readBack.awaitVisible();
            Duration counted = Duration.ofNanos(System.nanoTime() - start);
            Duration serverCpu = stage.serverCpu().get().minus(cpu);
            Visibility visibility = probing.join();
            String remark = check(readBack, warm + load.succeeded(), load.failed());
            return new Measurement(
                    load, pointsPerRequest, counted, serverCpu, Optional.empty(), Optional.of(visibility), remark);
        }
    }

    private List<List<String>> createRuns(Stage stage) {
        int connections = stage.effort().connections();
        List<Integer> numbers =
                IntStream.range(0, connections * runsPerConnection).boxed().toList();
        List<String> all = new Crew(stage.address())
                .map(
                        numbers,
                        (client, number) -> client.createRun(TrackingClient.object()
                                .put("experiment_id", stage.seed().scratch())
                                .put("start_time", 1 + number)));
        List<List<String>> byConnection = new ArrayList<>();
        for (int first = 0; first < all.size(); first += runsPerConnection) {
            byConnection.add(all.subList(first, first + runsPerConnection));
        }
        return byConnection;
    }

    /** Counts the points read back; those of requests that failed may be there or not. */
    private String check(ReadBack readBack, long acknowledged, long failed) {
        if (series.isEmpty()) {
            return "";
        }
        long points = readBack.countPoints(series);
        long expected = acknowledged * pointsPerRequest;
        boolean right = points >= expected && points <= expected + failed * pointsPerRequest;
        return right
                ? "all %,d points read back".formatted(points)
                : "WRONG: %,d points acknowledged, %,d read back".formatted(expected, points);
    }
}
