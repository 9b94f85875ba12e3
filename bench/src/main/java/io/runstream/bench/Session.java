package io.runstream.bench;

import io.runstream.bench.report.Machine;
import io.runstream.bench.report.ServerResults;
import io.runstream.bench.server.TrackingServer;
import io.runstream.bench.workload.DiskUse;
import io.runstream.bench.workload.Measurement;
import io.runstream.bench.workload.MemoryWatch;
import io.runstream.bench.workload.SeedData;
import io.runstream.bench.workload.Stage;
import io.runstream.bench.workload.Workload;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is measured on one running server. */
final class Session {

    private static final Duration MEMORY_PAUSE = Duration.ofSeconds(2);

    private final TrackingServer server;
    private final Options options;
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    Session(TrackingServer server, Options options) {
        this.server = server;
        this.options = options;
    }

    ServerResults run() {
        double load = Machine.loadAverage();
        try (MemoryWatch memory = new MemoryWatch(() -> server.processes().memory(), MEMORY_PAUSE)) {
            Optional<DiskUse> disk = options.resources()
                    ? Optional.of(DiskUse.measure(server.address(), server.jdbcUrl()))
                    : Optional.empty();
            SeedData seed = SeedData.create(server.address());
            Optional<Long> seeded = server.processes().memory();
            Stage stage = new Stage(
                    server.address(),
                    seed,
                    options.effort(),
                    () -> server.processes().cpu(),
                    () -> server.processes().memory(),
                    server.store());
            options.workloads().forEach(workload -> tryMeasuring(workload, stage));
            return new ServerResults(server.product(), measurements, failures, disk, seeded, memory.peak(), load);
        }
    }

    /** A server that can't do one workload may do the others. */
    private void tryMeasuring(Workload workload, Stage stage) {
        try {
            Measurement measured = workload.measure(stage);
            measurements.put(workload.name(), measured);
            print(workload, measured);
        } catch (IllegalStateException | UncheckedIOException failure) {
            failures.add(workload.name() + ": " + failure.getMessage());
            System.err.println(server.product().title() + " " + workload.name() + ": " + failure.getMessage());
        }
    }

    private void print(Workload workload, Measurement measured) {
        System.err.printf(
                "%s %s: %,.0f %s, p50 %.1f ms, p99 %.1f ms, %d failed %s %s%n",
                server.product().title(),
                workload.name(),
                measured.throughput(workload.goal().unit()),
                workload.goal().unit().label(),
                measured.latency(50),
                measured.latency(99),
                measured.load().failed(),
                measured.load().firstFailure(),
                measured.remark());
    }
}
