package io.runstream.query.consistency;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/**
 * How far each partition is known to be projected, and who waits for it to get further.
 *
 * <p>Thread-safe and lock-free. What is known does not go back, so hearing the same from two sources, or late, is harmless;
 * but it may be forgotten.
 */
@Singleton
final class ProjectedOffsets {
    private final ConcurrentMap<Integer, Partition> partitions = new ConcurrentHashMap<>();
    private final AtomicLong waiterIds = new AtomicLong();

    /** Everything before {@code nextOffset} is projected. Releases whoever waited for that, on the calling thread. */
    void reached(int partition, long nextOffset) {
        partition(partition).reached(nextOffset);
    }

    /** Nothing is known any more: Postgres broke off, and a successor may lack what had been projected last. */
    void forget() {
        partitions.values().forEach(partition -> partition.next.set(0));
    }

    /** The first offset not known to be projected; 0 if nothing is known. */
    long nextOffset(int partition) {
        return partition(partition).next.get();
    }

    /** Completes when everything before {@code offset} is projected. Whoever gives up waiting cancels it. */
    CompletableFuture<Void> await(int partition, long offset) {
        return partition(partition).await(new Waiter(offset, waiterIds.incrementAndGet()));
    }

    /** Whether anybody waits on a partition that fits. */
    boolean anyoneWaits(IntPredicate fits) {
        for (var entry : partitions.entrySet()) {
            if (!entry.getValue().waiters.isEmpty() && fits.test(entry.getKey())) {
                return true;
            }
        }
        return false;
    }

    private Partition partition(int number) {
        return partitions.computeIfAbsent(number, n -> new Partition());
    }

    private static final class Partition {
        private final AtomicLong next = new AtomicLong();
        private final ConcurrentSkipListSet<Waiter> waiters = new ConcurrentSkipListSet<>(Waiter.ORDER);

        void reached(long nextOffset) {
            next.accumulateAndGet(nextOffset, Math::max);
            release();
        }

        CompletableFuture<Void> await(Waiter waiter) {
            waiters.add(waiter);
            // However it ends: released, cancelled, or past its time.
            waiter.whenComplete((done, gaveUp) -> waiters.remove(waiter));
            // Progress between the caller's look and its joining would otherwise be missed.
            if (next.get() >= waiter.offset) {
                release();
            }
            return waiter;
        }

        private void release() {
            for (Waiter waiter : waiters.headSet(new Waiter(next.get(), Long.MAX_VALUE), true)) {
                waiter.complete(null);
            }
        }
    }

    /** Ordered by what it waits for; the id tells apart those who wait for the same. */
    private static final class Waiter extends CompletableFuture<Void> {
        private static final Comparator<Waiter> ORDER =
                Comparator.<Waiter>comparingLong(w -> w.offset).thenComparingLong(w -> w.id);

        private final long offset;
        private final long id;

        Waiter(long offset, long id) {
            this.offset = offset;
            this.id = id;
        }
    }
}
