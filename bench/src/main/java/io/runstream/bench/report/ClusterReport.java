package io.runstream.bench.report;

import io.runstream.bench.server.Product;
import io.runstream.bench.workload.Effort;
import io.runstream.bench.workload.Measurement;
import io.runstream.bench.workload.Workload;
import java.util.List;

/** Runstream in one process beside itself in many, as a page of Markdown. */
public final class ClusterReport {

    private static final double GOAL = 0.5;

    private final Results results;

    /** @param results of one process and of both layouts of a cluster */
    public ClusterReport(Machine machine, Effort effort, List<Workload> workloads, List<ServerResults> results) {
        this.results = new Results(machine, effort, workloads, results);
    }

    public String markdown() {
        return String.join(
                "\n",
                results.heading("One process and many", "bench/run --cluster"),
                comparison().markdown(),
                DetailTable.of(results).markdown() + results.failures());
    }

    private Table comparison() {
        Table table = new Table(
                "Side by side",
                "workload",
                "unit",
                "one process",
                "one of each",
                "share",
                "reached",
                "3 brokers, 2 of each",
                "share",
                "reached");
        for (Workload workload : results.workloads()) {
            table.row(
                    workload.title(),
                    workload.goal().unit().label(),
                    results.throughput(Product.RUNSTREAM, workload),
                    results.throughput(Product.CLUSTER, workload),
                    share(Product.CLUSTER, workload),
                    reached(Product.CLUSTER, workload),
                    results.throughput(Product.REDUNDANT_CLUSTER, workload),
                    share(Product.REDUNDANT_CLUSTER, workload),
                    reached(Product.REDUNDANT_CLUSTER, workload));
        }
        return table;
    }

    private String share(Product cluster, Workload workload) {
        double share = ratio(cluster, workload);
        return Double.isNaN(share) ? "" : Cells.factor(share);
    }

    private String reached(Product cluster, Workload workload) {
        double share = ratio(cluster, workload);
        if (Double.isNaN(share)) {
            return "";
        }
        return share >= GOAL ? "yes" : "**no**";
    }

    /** Not a number where one of the two could not do it. */
    private double ratio(Product cluster, Workload workload) {
        return throughput(cluster, workload) / throughput(Product.RUNSTREAM, workload);
    }

    private double throughput(Product product, Workload workload) {
        return results.measurement(product, workload)
                .map((Measurement measured) ->
                        measured.throughput(workload.goal().unit()))
                .orElse(Double.NaN);
    }
}
