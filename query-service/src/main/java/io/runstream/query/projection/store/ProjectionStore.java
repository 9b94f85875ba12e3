package io.runstream.query.projection.store;

import io.runstream.query.projection.fold.Changes;
import io.runstream.query.projection.fold.LoadedState;
import io.runstream.query.projection.fold.RunKey;
import io.runstream.query.projection.fold.StateNeeds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a projector keeps what it made of the log. Used by one thread, which waits for every answer.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the same call may succeed later, and leaves nothing
 * half-done.
 */
public interface ProjectionStore extends AutoCloseable {
    /** The next offset of each of the partitions; 0 for those that were never projected. */
    Map<Integer, Long> offsets(Set<Integer> partitions);

    LoadedState load(StateNeeds needs);

    /**
     * Writes the changes and moves the offsets, both or nothing.
     *
     * @return the series that have gathered enough small segments to be merged
     * @throws FencedException if an offset is not where this projector left it
     * @throws DataRefusedException if one of the values can't be stored
     */
    List<RunKey> commit(Changes changes, Collection<OffsetMove> moves);

    /**
     * Merges small segments of the series. The points stay the same.
     *
     * @param offsets where this projector left the partitions that the series lie in
     * @throws FencedException if an offset is not there any more
     */
    void merge(Collection<RunKey> series, Map<Integer, Long> offsets);

    /**
     * To be called now and then while there is nothing to write.
     *
     * @throws StoreUnavailableException once, if the connection that was used last is broken: Postgres may be another one now,
     *     which stands elsewhere
     */
    void requireConnection();

    /** Gives the connection back. The store may be used again, over another one. */
    @Override
    void close();
}
