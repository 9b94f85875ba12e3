package io.runstream.bench.report;

import io.runstream.bench.server.Product;
import io.runstream.bench.workload.Goal;
import io.runstream.bench.workload.Measurement;
import io.runstream.bench.workload.Workload;

/** A line for each workload and server. */
final class DetailTable {

    private DetailTable() {}

    static Table of(Results results) {
        Table table = new Table(
                "In detail",
                "workload",
                "server",
                "req/s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "429",
                "failed",
                "visible after p99 / max ms",
                "stale reads",
                "server CPU s per 1M",
                "generator cores",
                "remark");
        for (Workload workload : results.workloads()) {
            for (Product product : Product.values()) {
                results.measurement(product, workload)
                        .ifPresent(measured -> table.row(row(workload, product, measured)));
            }
        }
        return table;
    }

    private static String[] row(Workload workload, Product product, Measurement measured) {
        return new String[] {
            workload.name(),
            product.title(),
            Cells.count(measured.throughput(Goal.Unit.REQUESTS)),
            Cells.decimal(measured.latency(50)),
            Cells.decimal(measured.latency(99)),
            Cells.decimal(measured.maxLatency()),
            Cells.count(measured.load().pushedBack()),
            Cells.count(measured.load().failed()),
            measured.visibility()
                    .map(seen -> Cells.decimal(seen.percentile(99)) + " / " + Cells.decimal(seen.max()))
                    .orElse(""),
            measured.visibility().map(seen -> Cells.count(seen.stale())).orElse(""),
            Cells.decimal(measured.serverCpuPerMillion()),
            Cells.decimal(measured.generatorCores()),
            measured.remark()
        };
    }
}
