package io.runstream.query.metric;

import io.runstream.id.RunId;
import io.runstream.query.metric.series.HistoryCursor;
import io.runstream.query.metric.series.PointOrder;
import io.runstream.query.metric.series.Points;
import io.runstream.query.metric.series.Position;
import io.runstream.query.metric.series.Sample;
import io.runstream.query.metric.series.SegmentStore;
import io.runstream.query.metric.series.Series;
import io.smallrye.mutiny.Uni;
import java.util.Iterator;
import java.util.List;

/** Samples of some runs' histories, one run after the other; the points of one run at most are in memory. */
final class SampleSource implements PointSource {
    private final SegmentStore store;
    private final IntervalRequest request;
    private final Iterator<RunId> runs;

    /** @param runs at least one */
    SampleSource(SegmentStore store, List<RunId> runs, IntervalRequest request) {
        this.store = store;
        this.request = request;
        this.runs = runs.iterator();
    }

    @Override
    public Uni<MetricPoints> next() {
        RunId run = runs.next();
        HistoryCursor cursor = new HistoryCursor(store, new Series(run, request.metricKey()), Position.START);
        return collect(cursor, new Points()).chain(points -> {
            if (points.size() == 0 && runs.hasNext()) {
                return next();
            }
            Points sample = Sample.of(points.sortedDistinct(PointOrder.BY_STEP), request.maxResults());
            return Uni.createFrom().item(new MetricPoints(run, sample, !runs.hasNext()));
        });
    }

    private Uni<Points> collect(HistoryCursor cursor, Points collected) {
        return cursor.next().chain(portion -> {
            addWanted(portion.points(), collected);
            return portion.last() ? Uni.createFrom().item(collected) : collect(cursor, collected);
        });
    }

    private void addWanted(Points points, Points to) {
        for (int i = 0; i < points.size(); i++) {
            if (points.step(i) >= request.startStep() && points.step(i) <= request.endStep()) {
                to.add(points, i);
            }
        }
    }
}
