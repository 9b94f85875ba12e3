package io.runstream.query.metric;

import io.runstream.query.answer.ChunkedJson;
import io.runstream.query.answer.ChunkedJson.Chunk;
import io.runstream.query.metric.series.Points;
import io.runstream.query.metric.series.Position;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Writes the list {@code metrics} of an answer. Points are fetched when those before are written and under way, so memory
 * stays flat whatever the length.
 *
 * <p>Not thread-safe.
 */
final class MetricsBody implements ChunkedJson.Source {
    private final PointSource source;
    private final Form form;
    private final PointJson json;
    private long remaining;
    private @Nullable MetricPoints current;
    private int next;
    private boolean begun;

    /** What stands around and in the list. */
    enum Form {
        /** Points of one run; with a page token, if some are left out. Without points there is no list. */
        HISTORY,
        /** Points with their run's id; without points there is no list. */
        INTERVAL,
        /** Points with their run's id; without points the list is empty. */
        BULK
    }

    /** @param limit the most points to give */
    MetricsBody(PointSource source, Form form, String metricKey, long limit) {
        this.source = source;
        this.form = form;
        this.json = new PointJson(metricKey);
        this.remaining = limit;
    }

    /** The answer when no run can have points. */
    static Chunk empty(Form form) {
        PointJson json = new PointJson("");
        json.text(emptyText(form));
        return new Chunk(json.take(), true);
    }

    @Override
    public Uni<Chunk> next() {
        MetricPoints points = current;
        return points == null
                ? source.next().map(this::begin)
                : Uni.createFrom().item(write(points));
    }

    private Chunk begin(MetricPoints fetched) {
        current = fetched;
        next = 0;
        if (form != Form.HISTORY) {
            json.nameRun(fetched.run().toString());
        }
        return write(fetched);
    }

    private Chunk write(MetricPoints from) {
        Points points = from.points();
        while (next < points.size() && remaining > 0 && !json.isFull()) {
            beginPoint();
            json.point(points.value(next), points.timestamp(next), points.step(next));
            next++;
            remaining--;
        }
        if (remaining == 0 || next == points.size() && from.last()) {
            json.text(end(from));
            return new Chunk(json.take(), true);
        }
        if (next == points.size()) {
            current = null;
        }
        return new Chunk(json.take(), false);
    }

    private void beginPoint() {
        if (begun) {
            json.comma();
        } else {
            json.text("{\"metrics\":[");
            begun = true;
        }
    }

    private String end(MetricPoints from) {
        if (!begun) {
            return emptyText(form);
        }
        boolean someLeftOut = next < from.points().size() || !from.last();
        return form == Form.HISTORY && someLeftOut
                ? "],\"next_page_token\":\"" + PageToken.encode(Position.behind(from.points(), next - 1)) + "\"}"
                : "]}";
    }

    private static String emptyText(Form form) {
        return switch (form) {
            case HISTORY, INTERVAL -> "{}";
            case BULK -> "{\"metrics\":[]}";
        };
    }
}
