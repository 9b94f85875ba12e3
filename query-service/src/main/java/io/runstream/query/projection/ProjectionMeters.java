package io.runstream.query.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.runstream.query.projection.fold.Outcome;
import io.runstream.query.projection.fold.Outcome.Applied;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.Outcome.Refused;
import io.runstream.query.projection.fold.Outcome.Skipped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What operators see of the projection. */
final class ProjectionMeters {
    private static final String EVENTS = "runstream.projection.events";

    private final MeterRegistry registry;
    private final Counter applied;
    private final Counter refused;
    private final Counter skipped;
    private final Counter deadLettered;
    private final Timer batch;
    private final Map<Integer, AtomicLong> lag = new ConcurrentHashMap<>();

    ProjectionMeters(MeterRegistry registry) {
        this.registry = registry;
        this.applied = events("applied");
        this.refused = events("refused");
        this.skipped = events("skipped");
        this.deadLettered = events("dead-lettered");
        this.batch = Timer.builder("runstream.projection.batch")
                .description("From a batch's first record decoded to its commit")
                .register(registry);
    }

    private Counter events(String outcome) {
        return Counter.builder(EVENTS)
                .description("Events read from the tracking topic, by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    void committed(List<Outcome> outcomes, long nanos) {
        batch.record(nanos, TimeUnit.NANOSECONDS);
        for (Outcome outcome : outcomes) {
            counterOf(outcome).increment();
        }
    }

    private Counter counterOf(Outcome outcome) {
        return switch (outcome) {
            case Applied ok -> applied;
            case Refused no -> refused;
            case Skipped unknown -> skipped;
            case DeadLettered letter -> deadLettered;
        };
    }

    /** @param records between what is projected and the partition's end */
    void lag(int partition, long records) {
        lag.computeIfAbsent(partition, this::lagGauge).set(records);
    }

    private AtomicLong lagGauge(int partition) {
        AtomicLong value = new AtomicLong();
        Gauge.builder("runstream.projection.lag", value, AtomicLong::doubleValue)
                .description("Records of the partition that are not projected yet")
                .tag("partition", Integer.toString(partition))
                .register(registry);
        return value;
    }
}
