package io.runstream.ingest.flow;

import io.runstream.error.ServiceErrors;
import io.runstream.ingest.IngestConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Keeps the log from running away from the projection: what this instance has published and no projector has applied yet
 * must fit into a window, which follows the speed at which the projection gets through it. Whoever finds the window full
 * waits for a turn, first come first served; that slows a flood down to what can be projected, so that readers are never
 * far behind.
 *
 * <p>A projection that stands still (Postgres is down) closes nothing: then the log is the buffer it is meant to be. While
 * it catches up afterwards, half of what it gets through may enter anew.
 *
 * <p>Each instance counts its own records only, so instances need not know of each other.
 */
@ApplicationScoped
public class FlowWindow {
    /** What a record costs the projection beside its bytes, in bytes. */
    private static final int RECORD_COST = 400;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private final Map<Integer, PartitionLedger> ledgers = new HashMap<>();
    private final IngestConfig.Flow config;
    private final LongSupplier nanoTime;
    private final ProjectionSpeed speed;

    private long underWay;
    private long catchUpBudget;
    private long lastProgress;

    @Inject
    FlowWindow(IngestConfig config) {
        this(config.flow(), System::nanoTime);
    }

    FlowWindow(IngestConfig.Flow config, LongSupplier nanoTime) {
        this.config = config;
        this.nanoTime = nanoTime;
        this.speed = new ProjectionSpeed(nanoTime);
        this.lastProgress = nanoTime.getAsLong();
    }

    private record Waiting(long cost, CompletableFuture<Ticket> turn) {}

    /** A record's place in the window, from admission until it is projected. Exactly one of the two methods is called. */
    public final class Ticket {
        private final long cost;

        private Ticket(long cost) {
            this.cost = cost;
        }

        /** The record is in the log. */
        public void acknowledged(int partition, long offset) {
            locked(() -> leave(ledger(partition).published(offset, cost)));
        }

        /** The record is not in the log. */
        public void failed() {
            locked(() -> leave(cost));
        }
    }

    /**
     * Waits for a turn to publish a record.
     *
     * @param bytes of the record's value
     * @return fails with 429 if too many wait, or it took too long
     */
    public Uni<Ticket> enter(int bytes) {
        long cost = RECORD_COST + (long) bytes;
        lock.lock();
        try {
            if (queue.isEmpty() && mayEnter(cost)) {
                return Uni.createFrom().item(admit(cost));
            }
            if (queue.size() >= config.maxWaiting()) {
                return Uni.createFrom().failure(ServiceErrors.overloaded(RETRY_AFTER));
            }
            return enqueue(cost);
        } finally {
            lock.unlock();
        }
    }

    private Uni<Ticket> enqueue(long cost) {
        CompletableFuture<Ticket> turn = new CompletableFuture<>();
        queue.add(new Waiting(cost, turn));
        return Uni.createFrom()
                .completionStage(turn.orTimeout(config.maxWait().toMillis(), TimeUnit.MILLISECONDS))
                .onFailure(TimeoutException.class)
                .transform(timeout -> ServiceErrors.overloaded(RETRY_AFTER));
    }

    /** A projector has applied everything before that offset. */
    public void projected(int partition, long nextOffset) {
        locked(() -> {
            lastProgress = nanoTime.getAsLong();
            long cost = ledger(partition).projected(nextOffset);
            speed.add(cost);
            leave(cost);
            catchUpBudget = underWay > window() ? Math.min(catchUpBudget + cost / 2, config.minWindow()) : 0;
        });
    }

    /** To be called some times a second: lets those in who wait for a projection that has stopped. */
    public void tick() {
        locked(() -> {});
    }

    FlowLevel level() {
        lock.lock();
        try {
            return new FlowLevel(underWay, window(), queue.size());
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        Queue<Runnable> turns;
        lock.lock();
        try {
            change.run();
            turns = nextTurns();
        } finally {
            lock.unlock();
        }
        // Outside of the lock: what waits goes on to publish.
        turns.forEach(Runnable::run);
    }

    private Queue<Runnable> nextTurns() {
        Queue<Runnable> turns = new ArrayDeque<>();
        for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
            if (next.turn().isDone()) {
                queue.remove();
            } else if (mayEnter(next.cost())) {
                queue.remove();
                Ticket ticket = admit(next.cost());
                CompletableFuture<Ticket> turn = next.turn();
                turns.add(() -> give(turn, ticket));
            } else {
                break;
            }
        }
        return turns;
    }

    /** The wait may have timed out a moment ago. */
    private static void give(CompletableFuture<Ticket> turn, Ticket ticket) {
        if (!turn.complete(ticket)) {
            ticket.failed();
        }
    }

    private boolean mayEnter(long cost) {
        return fits(cost) || cost <= catchUpBudget || isStalled();
    }

    private boolean fits(long cost) {
        return underWay + cost <= window() || underWay == 0;
    }

    private long window() {
        return Math.max(config.minWindow(), speed.during(config.maxLag()));
    }

    private boolean isStalled() {
        return nanoTime.getAsLong() - lastProgress > config.stalledAfter().toNanos();
    }

    private Ticket admit(long cost) {
        if (underWay == 0) {
            // Nothing was there to make progress with.
            lastProgress = nanoTime.getAsLong();
        }
        if (!fits(cost)) {
            catchUpBudget = Math.max(0, catchUpBudget - cost);
        }
        underWay += cost;
        return new Ticket(cost);
    }

    private void leave(long cost) {
        underWay -= cost;
    }

    private PartitionLedger ledger(int partition) {
        return ledgers.computeIfAbsent(partition, p -> new PartitionLedger());
    }
}
