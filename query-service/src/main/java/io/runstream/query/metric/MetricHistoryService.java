package io.runstream.query.metric;

import io.runstream.id.RunId;
import io.runstream.query.access.Reader;
import io.runstream.query.access.Readers;
import io.runstream.query.answer.ChunkedJson;
import io.runstream.query.consistency.ReadBarrier;
import io.runstream.query.metric.MetricsBody.Form;
import io.runstream.query.metric.series.Position;
import io.runstream.query.metric.series.SegmentStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Histories of what runs logged. A run or key that does not exist has no points, and that is no error; one run that is not for
 * the caller is: 403.
 *
 * <p>Every method sees what was acknowledged before the call, as {@link ReadBarrier} promises.
 */
@ApplicationScoped
public class MetricHistoryService {
    private final ReadBarrier barrier;
    private final SegmentStore store;
    private final Vertx vertx;
    private final Readers readers;

    MetricHistoryService(ReadBarrier barrier, SegmentStore store, Vertx vertx, Readers readers) {
        this.barrier = barrier;
        this.store = store;
        this.vertx = vertx;
        this.readers = readers;
    }

    /** All points of a series from some position on, or a page of them, in order of time. */
    Uni<ChunkedJson> history(HistoryRequest request) {
        return answer(
                existing(List.of(request.runId())),
                Form.HISTORY,
                request.metricKey(),
                request.maxResults().orElse(Long.MAX_VALUE),
                runs -> new HistorySource(store, runs, request.metricKey(), request.after()));
    }

    /** The points of several runs, run by run in order of their ids, each in order of time. */
    Uni<ChunkedJson> bulk(BulkHistoryRequest request) {
        List<RunId> runs = existing(request.runIds()).stream()
                .distinct()
                .sorted(Comparator.comparing(RunId::toString))
                .toList();
        return answer(
                runs,
                Form.BULK,
                request.metricKey(),
                request.maxResults(),
                found -> new HistorySource(store, found, request.metricKey(), Position.START));
    }

    /** A sample of the points of several runs, run by run as asked for, each in order of steps. */
    public Uni<ChunkedJson> interval(IntervalRequest request) {
        return answer(
                existing(request.runIds()),
                Form.INTERVAL,
                request.metricKey(),
                Long.MAX_VALUE,
                runs -> new SampleSource(store, vertx, runs, request));
    }

    private Uni<ChunkedJson> answer(
            List<RunId> runs, Form form, String metricKey, long limit, Function<List<RunId>, PointSource> source) {
        if (runs.isEmpty() || limit == 0) {
            return ChunkedJson.from(() -> Uni.createFrom().item(MetricsBody.empty(form)));
        }
        Reader reader = readers.current();
        return barrier.awaitRuns(runs)
                .chain(() -> reader.requireRuns(runs))
                .chain(() -> ChunkedJson.from(new MetricsBody(source.apply(runs), form, metricKey, limit)));
    }

    private static List<RunId> existing(List<String> runIds) {
        return runIds.stream().flatMap(id -> RunId.find(id).stream()).toList();
    }
}
