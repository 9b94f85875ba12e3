package io.runstream.bench;

import io.runstream.bench.growth.Growth;
import io.runstream.bench.growth.GrowthOptions;
import io.runstream.bench.report.ClusterReport;
import io.runstream.bench.report.Machine;
import io.runstream.bench.report.Report;
import io.runstream.bench.report.ServerResults;
import io.runstream.bench.server.PeerServer;
import io.runstream.bench.server.RunstreamCluster;
import io.runstream.bench.server.RunstreamServer;
import io.runstream.bench.server.TrackingServer;
import io.runstream.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Measures one server after the other and prints the tables side by side. */
public final class Bench {

    private final Options options;
    private final Path folder;

    private Bench(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Ends with code 0 when everything asked for was measured, 2 when it was not understood. */
    public static void main(String[] arguments) throws IOException {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(CommandLine.usage() + GrowthOptions.usage());
            return;
        }
        List<String> words = Arrays.asList(arguments);
        if (words.contains(GrowthOptions.WORD)) {
            grow(words);
            return;
        }
        Options options;
        try {
            options = CommandLine.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(CommandLine.usage());
            System.exit(2);
            return;
        }
        Path folder = Files.createTempDirectory("runstream-bench");
        new Bench(options, folder).run();
        // Only after success: what a failed run leaves behind has the servers' logs.
        Folders.delete(folder);
    }

    private static void grow(List<String> words) throws IOException {
        GrowthOptions options;
        try {
            options = GrowthOptions.parse(words.stream()
                    .filter(word -> !word.equals(GrowthOptions.WORD))
                    .toList());
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(GrowthOptions.usage());
            System.exit(2);
            return;
        }
        Path folder = options.folder().isPresent()
                ? Files.createDirectories(options.folder().get())
                : Files.createTempDirectory("runstream-growth");
        String text = Growth.measure(options, folder);
        System.out.print(text);
        Files.writeString(options.results(), text);
        if (options.folder().isEmpty()) {
            Folders.delete(folder);
        }
    }

    private void run() throws IOException {
        Machine machine = Machine.describe(folder);
        String text = options.cluster() ? besideItself(machine) : besideOthers(machine);
        System.out.print(text);
        Files.writeString(options.results(), text);
    }

    private String besideOthers(Machine machine) {
        List<ServerResults> all = new ArrayList<>();
        options.runstream().ifPresent(script -> all.add(measure("runstream", own -> new RunstreamServer(script, own))));
        options.fastTrackMl()
                .ifPresent(environment ->
                        all.add(measure("fasttrackml", own -> PeerServer.fastTrackMl(environment, own))));
        options.mlflow()
                .ifPresent(environment -> all.add(measure("mlflow", own -> PeerServer.mlflow(environment, own))));
        return new Report(machine, options.effort(), options.workloads(), all).markdown();
    }

    private String besideItself(Machine machine) {
        Path script = options.runstream().orElseThrow();
        List<ServerResults> all = List.of(
                measure("runstream", own -> new RunstreamServer(script, own)),
                measure("cluster", own -> RunstreamCluster.single(script, own)),
                measure("redundant", own -> RunstreamCluster.redundant(script, own)));
        return new ClusterReport(machine, options.effort(), options.workloads(), all).markdown();
    }

    private ServerResults measure(String name, Function<Path, TrackingServer> start) {
        Path own = folder.resolve(name);
        try {
            Files.createDirectories(own);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        System.err.println("Starting " + name + " in " + own);
        try (TrackingServer server = start.apply(own)) {
            return new Session(server, options).run();
        }
    }
}
