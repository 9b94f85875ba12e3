package io.runstream.query.consistency;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.runstream.error.ServiceErrors;
import io.runstream.event.EventKeys;
import io.runstream.id.RunId;
import io.runstream.kit.http.EventLoops;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** What the barrier has to do with HTTP: the caller's wish not to wait, and the header of an answer that is behind. */
@Singleton
final class HttpReadBarrier implements ReadBarrier {
    private final ProjectionBarrier barrier;
    private final StoreWatch store;
    private final ReadMetrics metrics;
    private final CurrentVertxRequest current;

    HttpReadBarrier(ProjectionBarrier barrier, StoreWatch store, ReadMetrics metrics, CurrentVertxRequest current) {
        this.barrier = barrier;
        this.store = store;
        this.metrics = metrics;
        this.current = current;
    }

    @Override
    public Uni<Void> awaitRun(RunId run) {
        return await(PartitionChoice.ofKeys(List.of(EventKeys.ofRun(run))));
    }

    @Override
    public Uni<Void> awaitRuns(Collection<RunId> runs) {
        return runs.isEmpty()
                ? Uni.createFrom().voidItem()
                : await(PartitionChoice.ofKeys(
                        runs.stream().map(EventKeys::ofRun).toList()));
    }

    @Override
    public Uni<Void> awaitExperiments() {
        return await(PartitionChoice.ofKeys(List.of(EventKeys.ofExperiments())));
    }

    @Override
    public Uni<Void> awaitRegistry() {
        return await(PartitionChoice.ofKeys(List.of(EventKeys.ofModelRegistry())));
    }

    @Override
    public Uni<Void> awaitAll() {
        return await(PartitionChoice.all());
    }

    private Uni<Void> await(PartitionChoice choice) {
        RoutingContext request = current.getCurrent();
        if (ReadHeaders.EVENTUAL.equalsIgnoreCase(request.request().getHeader(ReadHeaders.CONSISTENCY))) {
            return Uni.createFrom().voidItem();
        }
        if (store.isAway()) {
            return Uni.createFrom().failure(ServiceErrors.storeUnavailable());
        }
        return Uni.createFrom()
                .completionStage(() -> metrics.observe(barrier.await(choice)))
                .emitOn(EventLoops.current())
                .invoke(freshness -> tell(request, freshness))
                .replaceWithVoid();
    }

    private static void tell(RoutingContext request, Freshness freshness) {
        switch (freshness) {
            case Freshness.Current current -> {}
            case Freshness.Behind behind ->
                request.response().putHeader(ReadHeaders.LAG, Long.toString(behind.records()));
            case Freshness.Unknown unknown -> request.response().putHeader(ReadHeaders.LAG, ReadHeaders.UNKNOWN);
        }
    }
}
