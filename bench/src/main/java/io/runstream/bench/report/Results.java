package io.runstream.bench.report;

import io.runstream.bench.server.Product;
import io.runstream.bench.workload.Effort;
import io.runstream.bench.workload.Measurement;
import io.runstream.bench.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that was measured in one run, and on what. */
final class Results {

    private static final double GIB = 1024.0 * 1024 * 1024;

    private final Machine machine;
    private final Effort effort;
    private final List<Workload> workloads;
    private final Map<Product, ServerResults> byProduct;

    /** @param results of the servers that ran; the others' columns say so */
    Results(Machine machine, Effort effort, List<Workload> workloads, List<ServerResults> results) {
        this.machine = machine;
        this.effort = effort;
        this.workloads = List.copyOf(workloads);
        this.byProduct = results.stream().collect(Collectors.toMap(ServerResults::product, Function.identity()));
    }

    List<Workload> workloads() {
        return workloads;
    }

    Optional<Measurement> measurement(Product product, Workload workload) {
        return Optional.ofNullable(byProduct.get(product))
                .map(server -> server.measurements().get(workload.name()));
    }

    String throughput(Product product, Workload workload) {
        return cell(
                product,
                server -> Optional.ofNullable(server.measurements().get(workload.name()))
                        .map(measured ->
                                Cells.count(measured.throughput(workload.goal().unit()))));
    }

    /** A server's cell, which says so if it did not run, or was not asked. */
    String cell(Product product, Function<ServerResults, Optional<String>> value) {
        ServerResults server = byProduct.get(product);
        return server == null ? Cells.NOT_RUN : value.apply(server).orElse(Cells.NOT_MEASURED);
    }

    String heading(String title, String command) {
        return """
                # %s

                Made by `%s` on %s: %s, %d cores, %.0f GiB, %s, fsync %.2f ms.
                %d connections, %d s of warm-up before each measurement. The generator shares the cores with the server.
                Load average before each server: %s.
                """.formatted(
                title,
                command,
                machine.day(),
                machine.processor(),
                machine.cores(),
                machine.memory() / GIB,
                machine.system(),
                machine.fsyncMillis(),
                effort.connections(),
                effort.warmUp().toSeconds(),
                byProduct.values().stream()
                        .map(server -> "%s %.1f".formatted(server.product().title(), server.loadBefore()))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    /** What a server could not do, in sentences; empty if nothing. */
    String failures() {
        return byProduct.values().stream()
                .flatMap(server -> server.failures().stream()
                        .map(failure -> "\n%s could not do %s\n"
                                .formatted(server.product().title(), failure)))
                .sorted()
                .collect(Collectors.joining());
    }
}
