package io.runstream.bench;

import io.runstream.bench.workload.Effort;
import io.runstream.bench.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to measure.
 *
 * @param runstream the script {@code runstream}; empty to leave Runstream out
 * @param cluster measure Runstream beside itself as a cluster, and nobody else
 * @param fastTrackMl virtual environment of FastTrackML; empty to leave it out
 * @param mlflow virtual environment of MLflow; empty to leave it out
 * @param resources also measure disk use, which takes a while
 * @param results the file to write the tables to
 */
record Options(
        Optional<Path> runstream,
        boolean cluster,
        Optional<Path> fastTrackMl,
        Optional<Path> mlflow,
        List<Workload> workloads,
        Effort effort,
        boolean resources,
        Path results) {}
