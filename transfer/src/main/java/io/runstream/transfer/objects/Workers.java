package io.runstream.transfer.objects;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Several transfers at a time, so that small objects do not wait for each other's round trips. The first failure stops all
 * that has not begun. For one thread.
 */
final class Workers implements AutoCloseable {
    private static final int AT_A_TIME = 8;

    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Returns when the task has begun; throws what an earlier one failed with. */
    void submit(Runnable task) {
        free.acquireUninterruptibly();
        if (failure.get() != null) {
            free.release();
            throwFailure();
        }
        Thread.ofVirtual().start(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    /** Returns when all have ended; throws what the first failed with. */
    void await() {
        close();
        throwFailure();
    }

    /** Returns when all have ended, whatever came of them. */
    @Override
    public void close() {
        free.acquireUninterruptibly(AT_A_TIME);
        free.release(AT_A_TIME);
    }

    private void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
