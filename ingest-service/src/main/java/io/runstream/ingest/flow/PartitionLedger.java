package io.runstream.ingest.flow;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one partition holds of this instance's records that is not projected yet. Neighbours are counted together
 * and leave together.
 */
final class PartitionLedger {
    private static final long BUNDLE_COST = 64 * 1024;

    private final Deque<Bundle> bundles = new ArrayDeque<>();
    private long projectedBefore;

    private record Bundle(long lastOffset, long cost) {}

    /** @return the cost to release at once, because a projector was faster than the acknowledgement; else 0 */
    long published(long offset, long cost) {
        if (offset < projectedBefore) {
            return cost;
        }
        Bundle last = bundles.peekLast();
        // Two producers' acknowledgements may overtake each other.
        if (last != null && (offset < last.lastOffset() || last.cost() + cost <= BUNDLE_COST)) {
            bundles.removeLast();
            bundles.addLast(new Bundle(Math.max(offset, last.lastOffset()), last.cost() + cost));
        } else {
            bundles.addLast(new Bundle(offset, cost));
        }
        return 0;
    }

    /** @return the cost to release */
    long projected(long nextOffset) {
        projectedBefore = Math.max(projectedBefore, nextOffset);
        long released = 0;
        for (Bundle first = bundles.peekFirst();
                first != null && first.lastOffset() < projectedBefore;
                first = bundles.peekFirst()) {
            released += first.cost();
            bundles.removeFirst();
        }
        return released;
    }
}
