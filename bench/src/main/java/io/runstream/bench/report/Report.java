package io.runstream.bench.report;

import io.runstream.bench.server.Product;
import io.runstream.bench.workload.Effort;
import io.runstream.bench.workload.Goal;
import io.runstream.bench.workload.Measurement;
import io.runstream.bench.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results as a page of Markdown. */
public final class Report {

    private static final double MIB = 1024 * 1024;

    private final Machine machine;
    private final Effort effort;
    private final List<Workload> workloads;
    private final Map<Product, ServerResults> results;

    /** @param results of the servers that ran; the others' columns say so */
    public Report(Machine machine, Effort effort, List<Workload> workloads, List<ServerResults> results) {
        this.machine = machine;
        this.effort = effort;
        this.workloads = List.copyOf(workloads);
        this.results = results.stream().collect(Collectors.toMap(ServerResults::product, Function.identity()));
    }

    public String markdown() {
        return String.join(
                "\n",
                heading(),
                comparison().markdown(),
                details().markdown(),
                resources().markdown() + failures());
    }

    private String failures() {
        return results.values().stream()
                .flatMap(server -> server.failures().stream()
                        .map(failure -> "\n%s could not do %s\n"
                                .formatted(server.product().title(), failure)))
                .sorted()
                .collect(Collectors.joining());
    }

    private String heading() {
        return """
                # Results

                Made by `bench/run` on %s: %s, %d cores, %.0f GiB, %s, fsync %.2f ms.
                %d connections, %d s of warm-up before each measurement. The generator shares the cores with the server.
                Load average before each server: %s.
                """.formatted(
                machine.day(),
                machine.processor(),
                machine.cores(),
                machine.memory() / MIB / 1024,
                machine.system(),
                machine.fsyncMillis(),
                effort.connections(),
                effort.warmUp().toSeconds(),
                results.values().stream()
                        .map(server -> "%s %.1f".formatted(server.product().title(), server.loadBefore()))
                        .sorted()
                        .collect(Collectors.joining(", ")));
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
        for (Workload workload : workloads) {
            Verdict verdict = new Verdict(
                    workload.goal(),
                    measurement(Product.RUNSTREAM, workload),
                    measurement(Product.FASTTRACKML, workload),
                    measurement(Product.MLFLOW, workload));
            table.row(
                    workload.title(),
                    workload.goal().unit().label(),
                    throughput(Product.RUNSTREAM, workload),
                    throughput(Product.FASTTRACKML, workload),
                    throughput(Product.MLFLOW, workload),
                    verdict.againstFastTrackMl(),
                    verdict.againstMlflow(),
                    verdict.goal(),
                    verdict.reached());
        }
        return table;
    }

    private Table details() {
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
        for (Workload workload : workloads) {
            for (Product product : Product.values()) {
                measurement(product, workload).ifPresent(measured -> table.row(detail(workload, product, measured)));
            }
        }
        return table;
    }

    private static String[] detail(Workload workload, Product product, Measurement measured) {
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

    private Table resources() {
        Table table = new Table("Resources", "what", "Runstream", "FastTrackML", "MLflow", "goal");
        resource(
                table,
                "memory of all processes after seeding, MiB",
                "",
                server -> server.memorySeeded().map(this::mebibytes));
        resource(
                table,
                "memory of all processes, greatest, MiB",
                "under 1,024",
                server -> server.memoryPeak().map(this::mebibytes));
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
                cell(Product.RUNSTREAM, value),
                cell(Product.FASTTRACKML, value),
                cell(Product.MLFLOW, value),
                goal);
    }

    private String mebibytes(long bytes) {
        return Cells.count(bytes / MIB);
    }

    private String throughput(Product product, Workload workload) {
        return cell(
                product,
                server -> Optional.ofNullable(server.measurements().get(workload.name()))
                        .map(measured ->
                                Cells.count(measured.throughput(workload.goal().unit()))));
    }

    private String cell(Product product, Function<ServerResults, Optional<String>> value) {
        ServerResults server = results.get(product);
        return server == null ? Cells.NOT_RUN : value.apply(server).orElse(Cells.NOT_MEASURED);
    }

    private Optional<Measurement> measurement(Product product, Workload workload) {
        return Optional.ofNullable(results.get(product))
                .map(server -> server.measurements().get(workload.name()));
    }
}
