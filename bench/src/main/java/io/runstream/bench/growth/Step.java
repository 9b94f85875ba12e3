package io.runstream.bench.growth;

import java.util.Map;
import java.util.Optional;

/**
 * What was measured with so many runs.
 *
 * @param writes by title
 * @param reads by title
 * @param tables what Postgres keeps, by name of the table, before the writes were measured
 * @param logBytes what Kafka keeps
 * @param memory of all processes; empty if this system does not tell
 */
record Step(
        long runs,
        Filling filling,
        Map<String, Cost> writes,
        Map<String, Cost> reads,
        Map<String, Tables.Size> tables,
        long logBytes,
        Optional<Long> memory,
        double loadAverage) {}
