package io.runstream.ingest.log;

import io.runstream.error.ServiceErrors;
import io.runstream.event.v1.Reply;
import io.runstream.ingest.IngestConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** The commands that wait for their verdicts. Bounded. */
@ApplicationScoped
class PendingCommands {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConcurrentMap<Long, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final IngestConfig config;

    @Inject
    PendingCommands(IngestConfig config) {
        this.config = config;
    }

    /** One command on its way. */
    record Pending(long correlationId, Uni<Reply> verdict) {}

    /**
     * Makes room for a command; to be called before it is published.
     *
     * @return the verdict fails with 503 when the time is up
     * @throws io.runstream.error.ApiException 429 if there is no room
     */
    Pending open() {
        if (waiting.size() >= config.maxPendingCommands()) {
            throw ServiceErrors.overloaded(RETRY_AFTER);
        }
        long id = lastId.incrementAndGet();
        CompletableFuture<Reply> verdict = new CompletableFuture<>();
        waiting.put(id, verdict);
        // The entry goes whichever way it ends; who waits hears of it through the Uni.
        var unused = verdict.orTimeout(config.verdictTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((reply, failure) -> waiting.remove(id));
        return new Pending(
                id,
                Uni.createFrom()
                        .completionStage(verdict)
                        .onFailure(TimeoutException.class)
                        .transform(timeout -> ServiceErrors.noVerdict()));
    }

    /** How many wait at this moment. */
    int size() {
        return waiting.size();
    }

    /** A verdict that nobody waits for any more is dropped. */
    void complete(Reply reply) {
        CompletableFuture<Reply> verdict = waiting.get(reply.getCorrelationId());
        if (verdict != null) {
            verdict.complete(reply);
        }
    }

    void fail(long correlationId, Throwable failure) {
        CompletableFuture<Reply> verdict = waiting.get(correlationId);
        if (verdict != null) {
            verdict.completeExceptionally(failure);
        }
    }
}
