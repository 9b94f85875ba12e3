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

/** Reads options from words, one after the other. */
final class CommandLine {

    private static final String USAGE = """
            usage: bench/run [options]
              --fasttrackml DIR    also measure FastTrackML, installed in the virtual environment DIR
              --mlflow DIR         also measure MLflow's own server (mlflow and psycopg2 in DIR)
              --no-runstream       leave Runstream out
              --runstream FILE     the script that starts Runstream (./runstream)
              --cluster            Runstream in one process beside itself as a cluster; no disk use
              --only A,B           these workloads only, and no disk use
              --connections N      open at once (32)
              --warm-up SECONDS    before each measurement (8)
              --seconds SECONDS    of each measurement (10)
              --flood SECONDS      of the batches of 1,000 metrics (60)
              --results FILE       where the tables go (bench/RESULTS.md; bench/CLUSTER.md)
            Paths are relative to the root of the repository.
            workloads: %s
            """;

    private Optional<Path> runstream = Optional.of(Path.of("runstream").toAbsolutePath());
    private boolean cluster;
    private Optional<Path> fastTrackMl = Optional.empty();
    private Optional<Path> mlflow = Optional.empty();
    private List<Workload> workloads = Workloads.all();
    private boolean resources = true;
    private int connections = 32;
    private Duration warmUp = Duration.ofSeconds(8);
    private Duration window = Duration.ofSeconds(10);
    private Duration floodWindow = Duration.ofSeconds(60);
    private Optional<Path> results = Optional.empty();

    private CommandLine() {}

    static String usage() {
        return USAGE.formatted(Workloads.all().stream().map(Workload::name).collect(Collectors.joining(", ")));
    }

    /** @throws IllegalArgumentException if a word can't be understood; the message says which */
    static Options parse(String... words) {
        CommandLine line = new CommandLine();
        Iterator<String> rest = Arrays.asList(words).iterator();
        while (rest.hasNext()) {
            line.take(rest.next(), rest);
        }
        return line.options();
    }

    private void take(String option, Iterator<String> rest) {
        switch (option) {
            case "--no-runstream" -> runstream = Optional.empty();
            case "--runstream" -> runstream = Optional.of(path(option, rest));
            case "--fasttrackml" -> fastTrackMl = Optional.of(path(option, rest));
            case "--mlflow" -> mlflow = Optional.of(path(option, rest));
            case "--cluster" -> {
                cluster = true;
                resources = false;
            }
            case "--only" -> {
                workloads = named(value(option, rest));
                resources = false;
            }
            case "--connections" -> connections = number(option, rest);
            case "--warm-up" -> warmUp = Duration.ofSeconds(number(option, rest));
            case "--seconds" -> window = Duration.ofSeconds(number(option, rest));
            case "--flood" -> floodWindow = Duration.ofSeconds(number(option, rest));
            case "--results" -> results = Optional.of(path(option, rest));
            default -> throw new IllegalArgumentException("Unknown option " + option);
        }
    }

    private Options options() {
        if (cluster && (runstream.isEmpty() || fastTrackMl.isPresent() || mlflow.isPresent())) {
            throw new IllegalArgumentException("--cluster measures Runstream, and nobody else");
        }
        Effort effort = new Effort(connections, warmUp, window, floodWindow);
        Path page = results.orElse(Path.of("bench", cluster ? "CLUSTER.md" : "RESULTS.md"));
        return new Options(runstream, cluster, fastTrackMl, mlflow, workloads, effort, resources, page);
    }

    private static Path path(String option, Iterator<String> rest) {
        return Path.of(value(option, rest)).toAbsolutePath();
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Option " + option + " needs a value");
        }
        return rest.next();
    }

    private static int number(String option, Iterator<String> rest) {
        String value = value(option, rest);
        try {
            return Integer.parseUnsignedInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("Option " + option + " needs a number, not " + value, notANumber);
        }
    }

    private static List<Workload> named(String names) {
        Set<String> wanted = Arrays.stream(names.split(",", -1)).collect(Collectors.toSet());
        List<Workload> found = Workloads.all().stream()
                .filter(workload -> wanted.contains(workload.name()))
                .toList();
        if (found.size() < wanted.size()) {
            throw new IllegalArgumentException("Not all of these are workloads: " + names);
        }
        return found;
    }
}
