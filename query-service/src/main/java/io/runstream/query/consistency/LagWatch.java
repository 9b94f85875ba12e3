package io.runstream.query.consistency;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second how far the projection is behind the log, whoever projects, and goes on while Postgres is away: what it
 * last said then stands, and the log grows. Every query-service watches all partitions, so that a partition which nobody projects is
 * seen as well.
 */
@Singleton
final class LagWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final EndOffsets log;
    private final OffsetTable table;
    private final StoreWatch store;
    private final Timers timers;
    private final MeterRegistry registry;
    private final LongSupplier nanoTime;
    private final Map<Integer, PartitionLag> lags = new ConcurrentHashMap<>();
    private volatile @Nullable Map<Integer, Long> projected;

    @Inject
    LagWatch(EndOffsets log, OffsetTable table, StoreWatch store, Timers timers, MeterRegistry registry) {
        this(log, table, store, timers, registry, System::nanoTime);
    }

    LagWatch(
            EndOffsets log,
            OffsetTable table,
            StoreWatch store,
            Timers timers,
            MeterRegistry registry,
            LongSupplier nanoTime) {
        this.log = log;
        this.table = table;
        this.store = store;
        this.timers = timers;
        this.registry = registry;
        this.nanoTime = nanoTime;
    }

    void begin(@Observes StartupEvent started) {
        look();
    }

    /** First the log, then the tables: what comes in between is no lag. */
    void look() {
        long now = nanoTime.getAsLong();
        log.latest()
                .thenCompose(ends -> refreshed().thenAccept(known -> compare(now, ends, known)))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.debug("The log does not tell where it ends", failure);
                        lags.values().forEach(PartitionLag::unknown);
                    }
                    timers.after(EVERY, this::look);
                });
    }

    /** What the tables say, or have said last; null if they never did. */
    private CompletionStage<@Nullable Map<Integer, Long>> refreshed() {
        return table.read()
                .toCompletableFuture()
                .orTimeout(EVERY.toMillis(), TimeUnit.MILLISECONDS)
                .handle((offsets, failure) -> {
                    store.asked(failure);
                    return failure == null ? projected = offsets : projected;
                });
    }

    private void compare(long now, long[] ends, @Nullable Map<Integer, Long> known) {
        if (known == null) {
            return;
        }
        for (int partition = 0; partition < ends.length; partition++) {
            lags.computeIfAbsent(partition, this::watched)
                    .look(now, ends[partition], known.getOrDefault(partition, 0L));
        }
    }

    private PartitionLag watched(int partition) {
        PartitionLag lag = new PartitionLag();
        gauge("runstream.projection.lag", "Records that are not projected yet", partition, lag, PartitionLag::records);
        gauge(
                "runstream.projection.lag.seconds",
                "How long ago the log held the first record that is not projected yet",
                partition,
                lag,
                PartitionLag::seconds);
        return lag;
    }

    private void gauge(
            String name, String description, int partition, PartitionLag lag, ToDoubleFunction<PartitionLag> value) {
        Gauge.builder(name, lag, value)
                .description(description)
                .tag("partition", Integer.toString(partition))
                .register(registry);
    }
}
