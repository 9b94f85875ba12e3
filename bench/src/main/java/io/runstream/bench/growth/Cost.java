package io.runstream.bench.growth;

import io.runstream.bench.load.LoadResult;
import java.time.Duration;

/**
 * What a request costs.
 *
 * @param median milliseconds until it is answered
 * @param p99 milliseconds
 * @param perSecond how many succeeded; of writes, until all were projected
 * @param cpuMillis of all processes of the server, for one request
 * @param failure what the first that failed said; empty if none did
 */
record Cost(double median, double p99, double perSecond, double cpuMillis, String failure) {
    private static final double MICROS_PER_MILLI = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS = 1e9;

    static Cost of(LoadResult load, Duration counted, Duration cpu) {
        return new Cost(
                load.latencies().getValueAtPercentile(50) / MICROS_PER_MILLI,
                load.latencies().getValueAtPercentile(99) / MICROS_PER_MILLI,
                load.succeeded() / (counted.toNanos() / NANOS),
                cpu.toNanos() / NANOS_PER_MILLI / Math.max(1, load.succeeded()),
                load.firstFailure());
    }
}
