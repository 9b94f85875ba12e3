package io.runstream.bench.growth;

import io.runstream.bench.load.ClosedLoop;
import io.runstream.bench.load.LoadResult;
import io.runstream.bench.load.RequestSource;
import io.runstream.bench.load.Rotation;
import io.runstream.bench.server.RunstreamServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Measures requests: reads one after the other, so that the time is the cost; writes over some connections. */
final class Meter {
    private static final Duration WARM_UP = Duration.ofMillis(700);
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final RunstreamServer server;
    private final ClosedLoop loop;
    private final ProjectionLag lag;

    Meter(RunstreamServer server, ProjectionLag lag) {
        this.server = server;
        this.loop = new ClosedLoop(server.address());
        this.lag = lag;
    }

    Cost read(Question question) {
        return measure(List.of(Rotation.ofFixed(question.requests())));
    }

    /** The clock stops when all is projected. */
    Cost write(List<RequestSource> sources) {
        return measure(sources);
    }

    private Cost measure(List<? extends RequestSource> sources) {
        loop.run(sources, WARM_UP);
        lag.awaitNone();
        Map<Long, Duration> cpu = server.processes().cpuByProcess();
        long start = System.nanoTime();
        LoadResult load = loop.run(sources, WINDOW);
        lag.awaitNone();
        Duration counted = Duration.ofNanos(System.nanoTime() - start);
        return Cost.of(load, counted, server.processes().cpuSince(cpu));
    }
}
