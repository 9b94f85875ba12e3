package io.runstream.bench;

import io.runstream.bench.workload.Effort;
import io.runstream.bench.workload.Workload;
import io.runstream.bench.workload.Workloads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param runstream the script {@code runstream}; empty to leave Runstream out
 * @param fastTrackMl virtual environment of FastTrackML; empty to leave it out
 * @param mlflow virtual environment of MLflow; empty to leave it out
 * @param results the file to write the tables to
 */
record Options(
        Optional<Path> runstream,
        Optional<Path> fastTrackMl,
        Optional<Path> mlflow,
        List<Workload> workloads,
        Effort effort,
        boolean resources,
        Path results) {

    static final String USAGE = """
            usage: bench/run [options]
              --fasttrackml DIR    also measure FastTrackML, installed in the virtual environment DIR
              --mlflow DIR         also measure MLflow's own server (mlflow and psycopg2 in DIR)
              --no-runstream       leave Runstream out
              --runstream FILE     the script that starts Runstream (./runstream)
              --only A,B           these workloads only, and no disk use
              --connections N      open at once (32)
              --warm-up SECONDS    before each measurement (3)
              --seconds SECONDS    of each measurement (10)
              --flood SECONDS      of the batches of 1,000 metrics (60)
              --results FILE       where the tables go (bench/RESULTS.md)
            workloads: %s
            """;

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration FLOOD = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 32;

    static String usage() {
        return USAGE.formatted(Workloads.all().stream().map(Workload::name).collect(Collectors.joining(", ")));
    }

    private static Options defaults() {
        return new Options(
                Optional.of(Path.of("runstream")),
                Optional.empty(),
                Optional.empty(),
                Workloads.all(),
                new Effort(CONNECTIONS, WARM_UP, WINDOW, FLOOD),
                true,
                Path.of("bench", "RESULTS.md"));
    }

    /** @throws IllegalArgumentException if they can't be understood; the message says which */
    static Options parse(String... arguments) {
        Options options = defaults();
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            options = name.equals("--no-runstream")
                    ? options.withRunstream(Optional.empty())
                    : options.with(name, value(name, rest));
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--fasttrackml" ->
                new Options(runstream, Optional.of(Path.of(value)), mlflow, workloads, effort, resources, results);
            case "--mlflow" ->
                new Options(runstream, fastTrackMl, Optional.of(Path.of(value)), workloads, effort, resources, results);
            case "--runstream" -> withRunstream(Optional.of(Path.of(value)));
            case "--only" -> new Options(runstream, fastTrackMl, mlflow, named(value), effort, false, results);
            case "--results" ->
                new Options(runstream, fastTrackMl, mlflow, workloads, effort, resources, Path.of(value));
            case "--connections", "--warm-up", "--seconds", "--flood" ->
                new Options(
                        runstream,
                        fastTrackMl,
                        mlflow,
                        workloads,
                        effort(name, number(name, value)),
                        resources,
                        results);
            default -> throw new IllegalArgumentException("Unknown option " + name);
        };
    }

    private Options withRunstream(Optional<Path> script) {
        return new Options(script, fastTrackMl, mlflow, workloads, effort, resources, results);
    }

    private Effort effort(String name, int value) {
        Duration seconds = Duration.ofSeconds(value);
        return switch (name) {
            case "--connections" -> new Effort(value, effort.warmUp(), effort.window(), effort.floodWindow());
            case "--warm-up" -> new Effort(effort.connections(), seconds, effort.window(), effort.floodWindow());
            case "--seconds" -> new Effort(effort.connections(), effort.warmUp(), seconds, effort.floodWindow());
            default -> new Effort(effort.connections(), effort.warmUp(), effort.window(), seconds);
        };
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Option " + name + " needs a value, or is unknown");
        }
        return rest.next();
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseUnsignedInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("Option " + name + " needs a number, not " + value, notANumber);
        }
    }

    private static List<Workload> named(String names) {
        Set<String> wanted = Set.of(names.split(",", -1));
        List<Workload> found = Workloads.all().stream()
                .filter(workload -> wanted.contains(workload.name()))
                .toList();
        if (found.size() < wanted.size()) {
            throw new IllegalArgumentException("Not all of these are workloads: " + names);
        }
        return found;
    }
}
