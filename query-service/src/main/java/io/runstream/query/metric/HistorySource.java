package io.runstream.query.metric;

import io.runstream.id.RunId;
import io.runstream.query.metric.series.HistoryCursor;
import io.runstream.query.metric.series.Points;
import io.runstream.query.metric.series.Position;
import io.runstream.query.metric.series.SegmentStore;
import io.runstream.query.metric.series.Series;
import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import java.util.List;

/** The histories of some runs, one after the other. */
final class HistorySource implements PointSource {
    private final SegmentStore store;
    private final String key;
    private final Iterator<RunId> runs;
    private RunId run;
    private HistoryCursor cursor;

    /** @param runs at least one */
    HistorySource(SegmentStore store, List<RunId> runs, String key, Position after) {
        this.store = store;
        this.key = key;
        this.runs = runs.iterator();
        this.run = this.runs.next();
        this.cursor = new HistoryCursor(store, new Series(run, key), after);
    }

    @Override
    public Uni<MetricPoints> next() {
        return cursor.next().chain(portion -> {
            if (!portion.last() || !runs.hasNext()) {
                return give(portion.points(), portion.last());
            }
            Uni<MetricPoints> given = give(portion.points(), false);
            run = runs.next();
            cursor = new HistoryCursor(store, new Series(run, key), Position.START);
            return portion.points().size() == 0 ? next() : given;
        });
    }

    private Uni<MetricPoints> give(Points points, boolean last) {
        return Uni.createFrom().item(new MetricPoints(run, points, last));
    }
}
