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
import io.vertx.mutiny.core.Vertx;
import java.util.Iterator;
import java.util.List;

/** Samples of some runs' histories, one run after the other; the points of one run at most are in memory. */
final class SampleSource implements PointSource {
    /** Points that are sorted faster than another thread takes over. */
    private static final int FEW = 10_000;

    private final SegmentStore store;
    private final Vertx vertx;
    private final IntervalRequest request;
    private final Iterator<RunId> runs;

    /** @param runs at least one */
    SampleSource(SegmentStore store, Vertx vertx, List<RunId> runs, IntervalRequest request) {
        this.store = store;
        this.vertx = vertx;
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
            return sample(points).map(sample -> new MetricPoints(run, sample, !runs.hasNext()));
        });
    }

    /** Millions of points, logged in another order than that of their steps, would hold up the event loop. */
    private Uni<Points> sample(Points points) {
        return points.size() <= FEW
                ? Uni.createFrom().item(sampleOf(points))
                : vertx.executeBlocking(() -> sampleOf(points), false);
    }

    private Points sampleOf(Points points) {
        return Sample.of(points.sortedDistinct(PointOrder.BY_STEP), request.maxResults());
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
