package io.runstream.query.consistency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** How long reads wait, how many wait now, and how many were answered behind the log's end. */
@Singleton
final class ReadMetrics {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final Timer wait;
    private final Counter behind;
    private final Counter unknown;

    ReadMetrics(MeterRegistry registry, ProjectionBarrier barrier) {
        this.registry = registry;
        this.wait = Timer.builder("runstream.read.wait")
                .description("Time that reads waited in order to see what was written before them")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
        this.behind = stale(registry, "behind");
        this.unknown = stale(registry, "unknown");
        Gauge.builder("runstream.read.waiting", barrier, ProjectionBarrier::waiting)
                .description("Reads that wait now")
                .register(registry);
    }

    private static Counter stale(MeterRegistry registry, String lag) {
        return Counter.builder("runstream.read.stale")
                .description("Reads answered though they may miss acknowledged writes")
                .tag("lag", lag)
                .register(registry);
    }

    CompletionStage<Freshness> observe(CompletionStage<Freshness> read) {
        Timer.Sample sample = Timer.start(registry);
        return read.whenComplete((freshness, failure) -> {
            sample.stop(wait);
            if (failure == null) {
                count(freshness);
            }
        });
    }

    private void count(Freshness freshness) {
        switch (freshness) {
            case Freshness.Current current -> {}
            case Freshness.Behind late -> behind.increment();
            case Freshness.Unknown silent -> unknown.increment();
        }
    }
}
