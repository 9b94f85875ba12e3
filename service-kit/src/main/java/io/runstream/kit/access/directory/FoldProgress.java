package io.runstream.kit.access.directory;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** How far the log is read, and who waits for it. Written by one thread, asked by any. */
final class FoldProgress {
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final Duration patience;
    private volatile long nextOffset;

    /** @param patience how long anybody waits */
    FoldProgress(Duration patience) {
        this.patience = patience;
    }

    private record Waiter(long offset, CompletableFuture<Void> done) {
        boolean releaseAt(long nextOffset) {
            return done.isDone() || (nextOffset >= offset && done.complete(null));
        }
    }

    /** Everything before that offset is known. */
    void reached(long offset) {
        nextOffset = offset;
        waiters.removeIf(waiter -> waiter.releaseAt(offset));
    }

    /** Completes when everything before that offset is known; fails when the time is up. */
    CompletableFuture<Void> await(long offset) {
        Waiter waiter = new Waiter(offset, new CompletableFuture<>());
        // Among the waiters before the look: what is reached in between releases it there.
        waiters.add(waiter);
        if (waiter.releaseAt(nextOffset)) {
            waiters.remove(waiter);
            return waiter.done();
        }
        return waiter.done()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> waiters.remove(waiter));
    }
}
