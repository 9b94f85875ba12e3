package io.runstream.bench.report;

import io.runstream.bench.server.Product;
import io.runstream.bench.workload.DiskUse;
import io.runstream.bench.workload.Measurement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One server's column.
 *
 * @param measurements by name of the workload
 * @param failures workloads that this server could not do, with what it said
 * @param disk empty if not asked for
 * @param memorySeeded of all processes after seeding, in bytes; empty if this system does not tell
 * @param memoryPeak greatest of all processes during the workloads, in bytes
 * @param loadBefore load average of the machine before it started: what else was going on
 */
public record ServerResults(
        Product product,
        Map<String, Measurement> measurements,
        List<String> failures,
        Optional<DiskUse> disk,
        Optional<Long> memorySeeded,
        Optional<Long> memoryPeak,
        double loadBefore) {}
