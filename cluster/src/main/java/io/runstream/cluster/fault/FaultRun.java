package io.runstream.cluster.fault;

import io.runstream.cluster.Cluster;
import io.runstream.cluster.Layout;
import io.runstream.cluster.Ports;
import io.runstream.cluster.Surroundings;
import io.runstream.cluster.count.Examination;
import io.runstream.cluster.count.Report;
import io.runstream.cluster.load.Addresses;
import io.runstream.cluster.load.Load;
import io.runstream.cluster.way.Relays;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A cluster under load, to which one thing after another happens; then everything is counted. */
final class FaultRun {
    private static final int WRITERS = 16;
    private static final Duration PACE = Duration.ofMillis(20);

    private final Plan plan;
    private final PrintStream terminal;
    private final long start = System.nanoTime();

    FaultRun(Plan plan, PrintStream terminal) {
        this.plan = plan;
        this.terminal = terminal;
    }

    Findings run() throws InterruptedException {
        Ports ports = new Ports(new Random());
        Clocks clocks = Clocks.find();
        try (Relays relays = new Relays(ports::next);
                Cluster cluster = new Cluster(
                        plan.home(),
                        plan.folder(),
                        Layout.redundant(),
                        0,
                        new Surroundings(relays, clocks::settings, true),
                        ports)) {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "cluster-stop"));
            relays.know(() -> brokers(cluster));
            cluster.start();
            say("the cluster is ready; " + clocks);
            return run(cluster, relays);
        }
    }

    private static Map<String, Long> brokers(Cluster cluster) {
        Map<String, Long> pids = new HashMap<>();
        cluster.brokers().forEach(broker -> pids.put(broker.name(), broker.pid()));
        return pids;
    }

    private Findings run(Cluster cluster, Relays relays) throws InterruptedException {
        Addresses addresses = new Addresses(cluster.url(), cluster.replicas("ingest"), cluster.replicas("query"));
        Load load = new Load(plan.folder().resolve("ledgers"), addresses, plan.seed());
        Injector injector = new Injector(cluster, relays, load);
        int faults = 0;
        try (load) {
            load.start(WRITERS, PACE);
            injector.awaitLoad();
            long firstFault = System.nanoTime();
            while (plan.faults().hasNext()
                    && System.nanoTime() - firstFault < plan.time().toNanos()) {
                Fault fault = plan.faults().next();
                say(fault + ": " + injector.inject(fault));
                faults++;
            }
        }
        say("the writers have stopped; counting");
        Report report = new Examination(cluster).examine(load.entries());
        List<String> complaints = new ArrayList<>(injector.complaints());
        complaints.addAll(load.totals().complaints());
        return new Findings(
                report, complaints, faults, load.totals().reads(), load.totals().refusals());
    }

    private void say(String sentence) {
        terminal.printf(
                "[%5.1f s] %s%n", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0, sentence);
    }
}
