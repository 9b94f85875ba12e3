package io.runstream.bench.workload;

import static io.runstream.bench.workload.BigFiles.Direction.DOWN;
import static io.runstream.bench.workload.BigFiles.Direction.UP;
import static io.runstream.bench.workload.Goal.Unit.FILES;
import static io.runstream.bench.workload.Goal.Unit.MEGABYTES;
import static io.runstream.bench.workload.Goal.Unit.POINTS;
import static io.runstream.bench.workload.Goal.Unit.REQUESTS;

import java.time.Duration;
import java.util.List;

/** All workloads, in the order in which they run: what reads the seeded runs first, what floods last. */
public final class Workloads {

    private static final int PARAM_RUNS = 32;
    private static final int SERIES = 20;
    private static final int HISTORY = 50_000;
    private static final int AT_ONCE = 16;
    private static final int SMALL = 10_000;
    private static final int BIG_MEGABYTES = 2_000;

    private Workloads() {}

    public static List<Workload> all() {
        return List.of(
                new ReadWorkload("get-run", "get run", Goal.times(2, REQUESTS), 0, Reads::getRun),
                new ReadWorkload(
                        "search-page", "search, a page of 100 full runs", Goal.times(5, REQUESTS), 0, Reads::page),
                new ReadWorkload(
                        "search-filter", "search with filter and order", Goal.times(3, REQUESTS), 0, Reads::filtered),
                new ReadWorkload(
                        "history",
                        "history of 50,000 points",
                        Goal.times(10, POINTS),
                        HISTORY,
                        stage -> Reads.history(stage, HISTORY)),
                new ReadWorkload("get-model", "get logged model", Goal.none(REQUESTS), 0, Reads::getModel),
                new ReadAfterWrite(
                        "read-after-write",
                        "write, acknowledged, read by another client",
                        Goal.none(REQUESTS).p99Under(Duration.ofMillis(50))),
                write("create-run", "create run", Goal.times(30, REQUESTS), 1, (seed, runs) -> Writes.createRun(seed)),
                write(
                        "create-model",
                        "create logged model",
                        Goal.none(REQUESTS),
                        1,
                        (seed, runs) -> Writes.createModel(seed)),
                write("set-tag", "set-tag", Goal.times(15, REQUESTS), 1, (seed, runs) -> Writes.setTag(runs)),
                write(
                        "log-params",
                        "log-batch of 10 params",
                        Goal.times(5, REQUESTS).p99Under(Duration.ofMillis(50)),
                        PARAM_RUNS,
                        (seed, runs) -> Writes.params(runs)),
                points("log-metric", "log-metric", Goal.times(30, REQUESTS).p99Under(Duration.ofMillis(20)), 1, 1),
                points("log-batch-100", "log-batch of 100 metrics (20 series)", Goal.times(20, POINTS), SERIES, 5),
                points("log-batch-100-series", "log-batch of 100 metrics (100 series)", Goal.none(POINTS), 100, 1),
                new SmallFiles(
                        "small-files",
                        "files of 10 KB, 16 at once",
                        Goal.none(FILES).timesMlflow(3),
                        AT_ONCE,
                        SMALL),
                files("upload", "upload of 2 GB", UP, 1),
                files("download", "download of 2 GB", DOWN, 1),
                files("upload-16", "upload of 2 GB as 16 files at once", UP, AT_ONCE),
                files("download-16", "download of 2 GB as 16 files at once", DOWN, AT_ONCE),
                flood("log-batch-1000", "log-batch of 1,000 metrics (20 series), a minute", SERIES, 50));
    }

    private static Workload files(String name, String title, BigFiles.Direction direction, int atOnce) {
        Goal goal = Goal.none(MEGABYTES).shareOfStore(0.7);
        return new BigFiles(name, title, goal, direction, atOnce, BIG_MEGABYTES / atOnce);
    }

    private static Workload write(String name, String title, Goal goal, int runs, WriteWorkload.Sources sources) {
        return new WriteWorkload(name, title, goal, Effort::window, runs, List.of(), 0, sources);
    }

    private static Workload points(String name, String title, Goal goal, int series, int pointsOfEach) {
        List<String> keys = Writes.series(series);
        return new WriteWorkload(
                name,
                title,
                goal.visibleP99Under(Duration.ofMillis(500)),
                Effort::window,
                1,
                keys,
                series * pointsOfEach,
                (seed, runs) -> Writes.metrics(runs.getFirst(), keys, pointsOfEach));
    }

    private static Workload flood(String name, String title, int series, int pointsOfEach) {
        List<String> keys = Writes.series(series);
        return new WriteWorkload(
                name,
                title,
                Goal.times(20, POINTS).visibleMaxUnder(Duration.ofSeconds(5)),
                Effort::floodWindow,
                1,
                keys,
                series * pointsOfEach,
                (seed, runs) -> Writes.metrics(runs.getFirst(), keys, pointsOfEach));
    }
}
