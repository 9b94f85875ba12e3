package io.runstream.query.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** How far this process has projected, for those who wait for it. Safe for any thread. */
@ApplicationScoped
public class ProjectionProgress {
    private static final long NOT_PROJECTED_HERE = -1;

    private final Map<Integer, Long> nextOffsets = new ConcurrentHashMap<>();
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> doubters = new CopyOnWriteArrayList<>();

    /** Told of every commit. */
    @FunctionalInterface
    public interface CommitListener {
        /**
         * Called on the projector's thread, after Postgres has committed. Must not block nor throw.
         *
         * @param nextOffset everything before it is in Postgres
         */
        void committed(int partition, long nextOffset);
    }

    /** Everything before it is in Postgres; -1 while this process does not project the partition. */
    public long nextOffset(int partition) {
        return nextOffsets.getOrDefault(partition, NOT_PROJECTED_HERE);
    }

    /** How many partitions this process projects at this moment. */
    int partitions() {
        return nextOffsets.size();
    }

    /**
     * Registers who is told, on any thread, when a connection to Postgres broke: what comes after may be another server, which
     * lacks the last commits, so nothing that was known of any partition's progress counts any more. Must not block nor throw.
     */
    public void onDoubt(Runnable listener) {
        doubters.add(listener);
    }

    /** Called by the projector whose connection broke. */
    public void doubted() {
        doubters.forEach(Runnable::run);
    }

    /** Registers a listener for as long as the process lives. */
    public void onCommit(CommitListener listener) {
        listeners.add(listener);
    }

    /** Called by the projector that owns the partitions. */
    public void advanced(Map<Integer, Long> offsets) {
        nextOffsets.putAll(offsets);
        offsets.forEach((partition, next) -> listeners.forEach(listener -> listener.committed(partition, next)));
    }

    /** Called by a projector that does not own the partitions any more. */
    public void released(Set<Integer> partitions) {
        nextOffsets.keySet().removeAll(partitions);
    }
}
