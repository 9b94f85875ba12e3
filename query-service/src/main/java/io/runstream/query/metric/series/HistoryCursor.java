package io.runstream.query.metric.series;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Reads a history from some position to its end, a few segments at a time.
 *
 * <p>What it keeps between two portions is the last point it gave, never which segments it has read: the projector may
 * merge them meanwhile, and every statement sees all points in one segment or another. Segments are read in the order in
 * which they begin; points before the beginning of the last one read can't be in any that was not.
 *
 * <p>One portion after the other; not thread-safe.
 */
public final class HistoryCursor {
    /** Points that are worth a statement, and still little memory. */
    private static final int AIM = 32_768;

    private static final int FIRST_LIMIT = 32;
    private static final int GREATEST_LIMIT = 8_192;

    private final SegmentStore store;
    private final Series series;
    private Position after;
    private int limit = FIRST_LIMIT;

    public HistoryCursor(SegmentStore store, Series series, Position after) {
        this.store = store;
        this.series = series;
        this.after = after;
    }

    /** Not to be called again after the last portion. Only the last one can be empty. */
    public Uni<Portion> next() {
        return store.read(series, after.timestamp(), limit).chain(this::give);
    }

    private Uni<Portion> give(List<Segment> segments) {
        boolean last = segments.size() < limit;
        Points points = complete(segments, last).sortedDistinct(PointOrder.BY_TIME);
        if (points.size() == 0 && !last) {
            // All of them begin at once, so none is known to be complete yet.
            limit *= 2;
            return next();
        }
        adapt(segments, points.size());
        if (points.size() > 0) {
            after = Position.behind(points, points.size() - 1);
        }
        return Uni.createFrom().item(new Portion(points, last));
    }

    private Points complete(List<Segment> segments, boolean all) {
        long horizon = all ? 0 : segments.getLast().minTimestamp();
        Points found = new Points(sizeOf(segments));
        for (Segment segment : segments) {
            for (int i = 0; i < segment.size(); i++) {
                long step = segment.steps()[i];
                long timestamp = segment.timestamps()[i];
                double value = segment.values()[i];
                if ((all || timestamp < horizon) && after.isBefore(step, timestamp, value)) {
                    found.add(step, timestamp, value);
                }
            }
        }
        return found;
    }

    private static int sizeOf(List<Segment> segments) {
        return segments.stream().mapToInt(Segment::size).sum();
    }

    /** Segments may hold one point each, or thousands; and where they overlap much, only many of them get ahead. */
    private void adapt(List<Segment> segments, int given) {
        int read = sizeOf(segments);
        if (given < read / 2 || read < AIM / 2) {
            limit = Math.max(limit, Math.min(GREATEST_LIMIT, limit * 2));
        } else if (read > AIM * 2 && limit > 2) {
            limit /= 2;
        }
    }
}
