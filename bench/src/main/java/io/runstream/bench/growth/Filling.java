package io.runstream.bench.growth;

import java.time.Duration;

/**
 * How a step was filled.
 *
 * @param runs added
 * @param published until the broker had all events
 * @param projected until Postgres had all rows
 * @param greatestLag records that waited to be projected
 * @param walBytes what Postgres wrote to its write-ahead log meanwhile
 */
record Filling(long runs, Duration published, Duration projected, long greatestLag, long walBytes) {
    private static final double NANOS = 1e9;

    double runsPerSecond() {
        return runs / (projected.toNanos() / NANOS);
    }

    double pointsPerSecond() {
        return runsPerSecond() * SyntheticRun.METRICS * SyntheticRun.POINTS;
    }

    double walBytesPerRun() {
        return walBytes / (double) runs;
    }
}
