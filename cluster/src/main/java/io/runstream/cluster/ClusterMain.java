package io.runstream.cluster;

import io.runstream.embedded.BackendException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** {@code java -jar cluster.jar --home DIR --data DIR [--port PORT] [--single]}: runs a cluster until it is told to stop. */
public final class ClusterMain {
    private static final PrintStream TERMINAL = System.out;

    private ClusterMain() {}

    public static void main(String... arguments) throws InterruptedException {
        QuietLogs.warningsOnly();
        try {
            run(ClusterOptions.parse(arguments));
        } catch (ClusterException | BackendException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(ClusterOptions options) throws InterruptedException {
        RunningCluster file = RunningCluster.in(options.data());
        TERMINAL.println("Starting the processes of a cluster; that takes half a minute.");
        Cluster cluster = new Cluster(options.home(), options.data(), options.layout(), options.port());
        Supervisor supervisor = new Supervisor(cluster, file, TERMINAL);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "cluster-stop"));
        file.writeStarting();
        cluster.start();
        supervisor.watch();
        announce(cluster, options.data());
        new CountDownLatch(1).await();
    }

    private static void announce(Cluster cluster, Path data) {
        TERMINAL.println();
        for (Member member : cluster.members()) {
            TERMINAL.printf("  %-12s pid %-8d %s%n", member.name(), member.pid(), member.log());
        }
        TERMINAL.printf(
                "%nRunstream is ready: %s%n  data in %s%n  what ends is started again; Ctrl-C stops all%n",
                cluster.url(), data);
    }
}
