package io.runstream.query.consistency;

import io.runstream.error.ServiceErrors;
import io.runstream.kit.log.Coalescer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The waiting itself: asks where the log ends, then waits until the projection is there.
 *
 * <p>Thread-safe, never blocks. Completes on whatever thread brings the news.
 */
@Singleton
final class ProjectionBarrier {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Freshness CURRENT = new Freshness.Current();
    private static final Freshness UNKNOWN = new Freshness.Unknown();

    private final Coalescer<long[]> logEnd;
    private final ProjectedOffsets projected;
    private final OffsetPoller poller;
    private final Timers timers;
    private final ReadConfig config;
    private final AtomicInteger waiting = new AtomicInteger();

    ProjectionBarrier(
            EndOffsets endOffsets, ProjectedOffsets projected, OffsetPoller poller, Timers timers, ReadConfig config) {
        this.logEnd = new Coalescer<>(endOffsets::latest);
        this.projected = projected;
        this.poller = poller;
        this.timers = timers;
        this.config = config;
    }

    /** How many reads wait at this moment. */
    int waiting() {
        return waiting.get();
    }

    /** Fails only if too many wait already. */
    CompletionStage<Freshness> await(PartitionChoice choice) {
        if (waiting.incrementAndGet() > config.maxWaiting()) {
            waiting.decrementAndGet();
            return CompletableFuture.failedStage(ServiceErrors.overloaded(SOON));
        }
        return logEnd.ask()
                .handle((ends, failure) ->
                        failure == null ? awaitReached(choice, ends) : CompletableFuture.completedStage(UNKNOWN))
                .thenCompose(freshness -> freshness)
                .whenComplete((freshness, failure) -> waiting.decrementAndGet());
    }

    private CompletionStage<Freshness> awaitReached(PartitionChoice choice, long[] ends) {
        int[] partitions = choice.among(ends.length);
        int[] late = Arrays.stream(partitions)
                .filter(partition -> projected.nextOffset(partition) < ends[partition])
                .toArray();
        if (late.length == 0) {
            return CompletableFuture.completedStage(CURRENT);
        }
        CompletableFuture<?>[] awaited = Arrays.stream(late)
                .mapToObj(partition -> projected.await(partition, ends[partition]))
                .toArray(CompletableFuture<?>[]::new);
        poller.wake();
        return bounded(awaited, late, ends);
    }

    private CompletionStage<Freshness> bounded(CompletableFuture<?>[] awaited, int[] late, long[] ends) {
        CompletableFuture<Freshness> answer = new CompletableFuture<>();
        Timers.Timer bound = timers.after(config.maxWait(), () -> answer.complete(lag(late, ends)));
        CompletableFuture.allOf(awaited).thenRun(() -> answer.complete(CURRENT));
        return answer.whenComplete((freshness, failure) -> {
            bound.cancel();
            for (CompletableFuture<?> one : awaited) {
                one.cancel(false);
            }
        });
    }

    private Freshness lag(int[] late, long[] ends) {
        long records = Arrays.stream(late)
                .mapToLong(partition -> Math.max(0, ends[partition] - projected.nextOffset(partition)))
                .sum();
        return records == 0 ? CURRENT : new Freshness.Behind(records);
    }
}
