package io.runstream.bench.growth;

import io.runstream.bench.http.TrackingClient;
import io.runstream.bench.report.Machine;
import io.runstream.bench.server.RunstreamServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills a Runstream step by step, and measures at each what reads and writes cost. */
public final class Growth {
    private final RunstreamServer server;
    private final TrackingClient client;
    private final Tables tables;
    private final Filler filler;
    private final Experiments experiments;
    private final Meter meter;
    private final WriteLoads writes;

    private Growth(RunstreamServer server, TrackingClient client, Tables tables, ProjectionLag lag, EventTopic topic) {
        this.server = server;
        this.client = client;
        this.tables = tables;
        this.experiments = new Experiments(client);
        this.filler = new Filler(topic, experiments, lag, tables);
        this.meter = new Meter(server, lag);
        this.writes = new WriteLoads(client);
    }

    /**
     * @param folder that the data are in
     * @return a Markdown page
     */
    public static String measure(GrowthOptions options, Path folder) {
        Machine machine = Machine.describe(folder);
        try (RunstreamServer server = new RunstreamServer(options.script(), folder);
                Tables tables = new Tables(server.jdbcUrl());
                TrackingClient client = new TrackingClient(server.address());
                ProjectionLag lag = new ProjectionLag(server.kafka(), tables);
                EventTopic topic = new EventTopic(server.kafka())) {
            List<Step> measured = new Growth(server, client, tables, lag, topic).steps(options);
            return new GrowthReport(machine, measured).markdown();
        }
    }

    private List<Step> steps(GrowthOptions options) {
        List<Step> steps = new ArrayList<>();
        long from = options.have();
        for (long size : options.steps()) {
            steps.add(step(from, size));
            from = size;
        }
        return steps;
    }

    private Step step(long from, long to) {
        Filling filling = filler.fill(from, to);
        System.err.printf(
                "%,d runs: %,.0f runs/s, %,.0f bytes of WAL each%n",
                to, filling.runsPerSecond(), filling.walBytesPerRun());
        double load = Machine.loadAverage();
        Map<String, Tables.Size> sizes = tables.sizes();
        long log = server.logBytes();
        Map<String, Cost> reads = new LinkedHashMap<>();
        for (Question question : new Questions(client, experiments, to).all()) {
            reads.put(question.title(), told(question.title(), meter.read(question)));
        }
        Map<String, Cost> written = new LinkedHashMap<>();
        writes.all().forEach((title, sources) -> written.put(title, told(title, meter.write(sources.get()))));
        return new Step(
                to, filling, written, reads, sizes, log, server.processes().memory(), load);
    }

    private static Cost told(String title, Cost cost) {
        System.err.printf(
                "  %s: p50 %.2f ms, p99 %.1f ms, %,.0f/s, CPU %.2f ms %s%n",
                title, cost.median(), cost.p99(), cost.perSecond(), cost.cpuMillis(), cost.failure());
        return cost;
    }
}
