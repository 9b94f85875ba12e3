package io.runstream.bench.report;

import io.runstream.bench.server.Product;
import io.runstream.bench.workload.Effort;
import io.runstream.bench.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runstream beside others, as a page of Markdown. */
public final class Report {

    private static final double MIB = 1024 * 1024;

    private final Results results;

    /** @param results of the servers that ran; the others' columns say so */
    public Report(Machine machine, Effort effort, List<Workload> workloads, List<ServerResults> results) {
        this.results = new Results(machine, effort, workloads, results);
    }

    public String markdown() {
        return String.join(
                "\n",
                results.heading("Results", "bench/run"),
                comparison().markdown(),
                DetailTable.of(results).markdown(),
                resources().markdown() + results.failures());
    }

    private Table comparison() {
        Table table = new Table(
                "Side by side",
                "workload",
                "unit",
                "Runstream",
                "FastTrackML",
                "MLflow",
                "against FastTrackML",
                "against MLflow",
                "goal",
                "reached");
        for (Workload workload : results.workloads()) {
            Verdict verdict = new Verdict(
                    workload.goal(),
                    results.measurement(Product.RUNSTREAM, workload),
                    results.measurement(Product.FASTTRACKML, workload),
                    results.measurement(Product.MLFLOW, workload));
            table.row(
                    workload.title(),
                    workload.goal().unit().label(),
                    results.throughput(Product.RUNSTREAM, workload),
                    results.throughput(Product.FASTTRACKML, workload),
                    results.throughput(Product.MLFLOW, workload),
                    verdict.againstFastTrackMl(),
                    verdict.againstMlflow(),
                    verdict.goal(),
                    verdict.reached());
        }
        return table;
    }

    private Table resources() {
        Table table = new Table("Resources", "what", "Runstream", "FastTrackML", "MLflow", "goal");
        resource(
                table,
                "memory of all processes after seeding, MiB",
                "",
                server -> server.memorySeeded().map(Report::mebibytes));
        resource(
                table,
                "memory of all processes, greatest, MiB",
                "under 1,024",
                server -> server.memoryPeak().map(Report::mebibytes));
        resource(
                table,
                "disk per point of a series of 100,000, bytes",
                "",
                server -> server.disk().map(disk -> Cells.decimal(disk.bytesPerPoint())));
        resource(
                table,
                "the same after VACUUM",
                "under 25",
                server -> server.disk().map(disk -> Cells.decimal(disk.bytesPerPointVacuumed())));
        return table;
    }

    private void resource(Table table, String what, String goal, Function<ServerResults, Optional<String>> value) {
        table.row(
                what,
                results.cell(Product.RUNSTREAM, value),
                results.cell(Product.FASTTRACKML, value),
                results.cell(Product.MLFLOW, value),
                goal);
    }

    private static String mebibytes(long bytes) {
        return Cells.count(bytes / MIB);
    }
}
