package io.runstream.query.metric.series;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where segments are. */
public interface SegmentStore {
    /**
     * The segments that have a point at {@code fromTimestamp} or later, the one that begins first first.
     *
     * @param limit the most to give
     */
    Uni<List<Segment>> read(Series series, long fromTimestamp, int limit);
}
