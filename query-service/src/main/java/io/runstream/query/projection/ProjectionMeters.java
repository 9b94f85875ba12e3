package io.runstream.query.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.runstream.query.projection.event.LogEntry;
import io.runstream.query.projection.fold.Outcome;
import io.runstream.query.projection.fold.Outcome.Applied;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.Outcome.Refused;
import io.runstream.query.projection.fold.Outcome.Unknown;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What operators see of the projection. How far it is behind is looked at from outside of it, since it may stand still. */
final class ProjectionMeters {
    private static final String EVENTS = "runstream.projection.events";

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final InstantSource clock;
    private final Counter applied;
    private final Counter refused;
    private final Counter unknown;
    private final Counter deadLettered;
    private final Timer batch;
    private final Timer visibleAfter;

    ProjectionMeters(MeterRegistry registry, ProjectionProgress progress, InstantSource clock) {
        this.clock = clock;
        this.applied = events(registry, "applied");
        this.refused = events(registry, "refused");
        this.unknown = events(registry, "unknown");
        this.deadLettered = events(registry, "dead-lettered");
        this.batch = Timer.builder("runstream.projection.batch")
                .description("From a batch's first record decoded to its commit")
                .register(registry);
        this.visibleAfter = Timer.builder("runstream.projection.visible.after")
                .description("From an event's acceptance by ingest to its commit, by two machines' clocks")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
        Gauge.builder("runstream.projection.partitions", progress, ProjectionProgress::partitions)
                .description("Partitions that this process projects")
                .register(registry);
    }

    private static Counter events(MeterRegistry registry, String outcome) {
        return Counter.builder(EVENTS)
                .description("Events read from the tracking topic, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** @param outcomes one per entry */
    void committed(List<LogEntry> entries, List<Outcome> outcomes, long nanos) {
        batch.record(nanos, TimeUnit.NANOSECONDS);
        for (Outcome outcome : outcomes) {
            counterOf(outcome).increment();
        }
        long now = clock.millis();
        for (LogEntry entry : entries) {
            long acceptedAt = entry.acceptedAt();
            if (acceptedAt > 0) {
                visibleAfter.record(Math.max(0, now - acceptedAt), TimeUnit.MILLISECONDS);
            }
        }
    }

    private Counter counterOf(Outcome outcome) {
        return switch (outcome) {
            case Applied ok -> applied;
            case Refused no -> refused;
            case Unknown kind -> unknown;
            case DeadLettered letter -> deadLettered;
        };
    }
}
