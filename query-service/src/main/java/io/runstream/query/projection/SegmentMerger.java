package io.runstream.query.projection;

import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.store.ProjectionStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges the segments of series that have gathered many small ones, some series after each batch: when thousands fall
 * due at once, no command and no reader waits for all of them. What is forgotten here falls due again with its next
 * point. One thread's.
 */
final class SegmentMerger {
    private static final int LEAST_AT_ONCE = 128;
    private static final int SHARE_AT_ONCE = 16;

    private final ProjectionStore store;
    private final Set<RunKey> due = new LinkedHashSet<>();

    SegmentMerger(ProjectionStore store) {
        this.store = store;
    }

    void add(Collection<RunKey> series) {
        due.addAll(series);
    }

    boolean isIdle() {
        return due.isEmpty();
    }

    /** @param offsets where the projector stands */
    void mergeSome(Map<Integer, Long> offsets) {
        if (due.isEmpty()) {
            return;
        }
        int count = Math.max(LEAST_AT_ONCE, due.size() / SHARE_AT_ONCE);
        List<RunKey> some = new ArrayList<>(count);
        for (Iterator<RunKey> next = due.iterator(); next.hasNext() && some.size() < count; ) {
            some.add(next.next());
            next.remove();
        }
        store.merge(some, offsets);
    }

    void clear() {
        due.clear();
    }
}
