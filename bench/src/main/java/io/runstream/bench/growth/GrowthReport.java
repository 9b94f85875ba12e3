package io.runstream.bench.growth;

import io.runstream.bench.report.Cells;
import io.runstream.bench.report.Machine;
import io.runstream.bench.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The page that tells what growth costs. */
final class GrowthReport {
    /** Costs are compared with those of the step with so many runs. */
    private static final long COMPARED = 10_000;

    private static final double MIB = 1 << 20;
    private static final double KIB = 1 << 10;

    private final Machine machine;
    private final List<Step> steps;

    GrowthReport(Machine machine, List<Step> steps) {
        this.machine = machine;
        this.steps = steps;
    }

    String markdown() {
        return String.join("\n", head(), filling(), writes(), reads(), sizes());
    }

    private String head() {
        return """
                # Growth

                Made by `bench/run --growth`; [README](README.md#growth) says what is done. %s, %d cores, %.0f GiB, %s; \
                forcing 8 KiB to the disk took %.1f ms. Load average before each step was measured: %s.
                """.formatted(
                        machine.processor(),
                        machine.cores(),
                        machine.memory() / MIB / KIB,
                        machine.system(),
                        machine.fsyncMillis(),
                        String.join(", ", cells(step -> Cells.decimal(step.loadAverage()))));
    }

    private String filling() {
        Table table = table("Filling", "from the step before");
        table.row(filled("runs projected per second", filling -> Cells.count(filling.runsPerSecond())));
        table.row(filled("points projected per second", filling -> Cells.count(filling.pointsPerSecond())));
        table.row(filled("greatest lag, records", filling -> Cells.count(filling.greatestLag())));
        table.row(filled("write-ahead log per run, KiB", filling -> Cells.decimal(filling.walBytesPerRun() / KIB)));
        return table.markdown();
    }

    private String[] filled(String title, Function<Filling, String> cell) {
        return row(title, step -> step.filling().runs() == 0 ? "" : cell.apply(step.filling()));
    }

    private String writes() {
        Table table = compared("Writes: per second until projected; median and p99 in ms; CPU of the server in ms");
        for (String title : steps.getFirst().writes().keySet()) {
            table.row(compared(
                    title,
                    step -> cost(step).apply(title),
                    cost -> "%s/s; %s, %s; %s"
                            .formatted(
                                    Cells.count(cost.perSecond()),
                                    Cells.decimal(cost.median()),
                                    Cells.decimal(cost.p99()),
                                    Cells.decimal(cost.cpuMillis()))));
        }
        return table.markdown();
    }

    private String reads() {
        Table table = compared("Reads: median and p99 in ms; CPU of the server in ms");
        for (String title : steps.getFirst().reads().keySet()) {
            table.row(compared(
                    title,
                    step -> Optional.ofNullable(step.reads().get(title)).orElseThrow(),
                    cost -> "%s, %s; %s"
                            .formatted(
                                    Cells.decimal(cost.median()),
                                    Cells.decimal(cost.p99()),
                                    Cells.decimal(cost.cpuMillis()))));
        }
        return table.markdown();
    }

    private static Function<String, Cost> cost(Step step) {
        return title -> Optional.ofNullable(step.writes().get(title)).orElseThrow();
    }

    private String sizes() {
        Table table = table("Size", "");
        List<String> names = steps.getLast().tables().keySet().stream().toList();
        for (String name : names) {
            table.row(row(name + ", MiB and its indexes", step -> size(step.tables(), name)));
        }
        table.row(row("Kafka's log, MiB", step -> Cells.count(step.logBytes() / MIB)));
        table.row(row("all of it per run, KiB", step -> Cells.decimal(total(step) / (double) step.runs() / KIB)));
        table.row(row(
                "memory of all processes, MiB",
                step -> step.memory().map(bytes -> Cells.count(bytes / MIB)).orElse("")));
        return table.markdown();
    }

    private static String size(Map<String, Tables.Size> tables, String name) {
        Tables.Size size = tables.get(name);
        return size == null ? "" : Cells.count(size.rows() / MIB) + " + " + Cells.count(size.indexes() / MIB);
    }

    private static long total(Step step) {
        return step.logBytes()
                + step.tables().values().stream()
                        .mapToLong(size -> size.rows() + size.indexes())
                        .sum();
    }

    private Table table(String title, String first) {
        return new Table(title, withFirst(first, step -> Cells.count(step.runs()) + " runs"));
    }

    private Table compared(String title) {
        List<String> heads = new ArrayList<>(List.of(withFirst("", step -> Cells.count(step.runs()) + " runs")));
        heads.add("median, last against " + Cells.count(COMPARED));
        return new Table(title, heads.toArray(String[]::new));
    }

    private String[] compared(String title, Function<Step, Cost> cost, Function<Cost, String> cell) {
        List<String> row = new ArrayList<>(List.of(row(title, step -> {
            Cost measured = cost.apply(step);
            return measured.failure().isEmpty() ? cell.apply(measured) : "failed: " + measured.failure();
        })));
        double last = cost.apply(steps.getLast()).median();
        row.add(steps.stream()
                .filter(step -> step.runs() == COMPARED)
                .findAny()
                .map(step -> Cells.factor(last / cost.apply(step).median()))
                .orElse(""));
        return row.toArray(String[]::new);
    }

    private String[] row(String title, Function<Step, String> cell) {
        return withFirst(title, cell);
    }

    private String[] withFirst(String first, Function<Step, String> cell) {
        return Stream.concat(Stream.of(first), cells(cell).stream()).toArray(String[]::new);
    }

    private List<String> cells(Function<Step, String> cell) {
        return steps.stream().map(cell).toList();
    }
}
