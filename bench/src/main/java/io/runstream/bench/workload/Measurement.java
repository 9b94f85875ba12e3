package io.runstream.bench.workload;

import io.runstream.bench.load.LoadResult;
import java.time.Duration;
import java.util.Optional;

/**
 * One workload on one server.
 *
 * @param contentPerRequest points, or megabytes, written or read by each successful request
 * @param counted the time that throughput is counted over: for writes, until all that was acknowledged could be read
 * @param serverCpu what the server's processes used over the window
 * @param storeThroughput what the store behind the server does by itself with the same files, in the same unit; empty if
 *     there is none
 * @param visibility how long acknowledged writes took to be seen by another client meanwhile; empty if not asked
 * @param remark what a reader must know to trust or doubt the numbers; may be empty
 */
public record Measurement(
        LoadResult load,
        int contentPerRequest,
        Duration counted,
        Duration serverCpu,
        Optional<Double> storeThroughput,
        Optional<Visibility> visibility,
        String remark) {

    private static final double MICROS_PER_MILLI = 1_000;
    private static final double NANOS = 1e9;

    public double throughput(Goal.Unit unit) {
        return switch (unit) {
            case REQUESTS, FILES -> requestsPerSecond();
            case POINTS, MEGABYTES -> requestsPerSecond() * contentPerRequest;
        };
    }

    /** @return milliseconds */
    public double latency(double percentile) {
        return load.latencies().getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /** @return milliseconds */
    public double maxLatency() {
        return load.latencies().getMaxValue() / MICROS_PER_MILLI;
    }

    /** CPU seconds of the server for each million of points or megabytes, or of requests where there is neither. */
    public double serverCpuPerMillion() {
        return serverCpu.toNanos() / NANOS / (load.succeeded() * (double) Math.max(1, contentPerRequest)) * 1e6;
    }

    /** Cores that the generator kept busy. */
    public double generatorCores() {
        return load.generatorCpu().toNanos() / (double) load.elapsed().toNanos();
    }

    private double requestsPerSecond() {
        return load.succeeded() / (counted.toNanos() / NANOS);
    }
}
