package io.runstream.query.metric.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A point as an object, and what the package does in primitives done in the plainest way. */
record PlainPoint(long timestamp, long step, double value) {
    static final Comparator<PlainPoint> BY_TIME = Comparator.comparingLong(PlainPoint::timestamp)
            .thenComparingLong(PlainPoint::step)
            .thenComparingDouble(PlainPoint::sortValue)
            .thenComparing(PlainPoint::isNaN);

    static final Comparator<PlainPoint> BY_STEP = Comparator.comparingLong(PlainPoint::step)
            .thenComparingLong(PlainPoint::timestamp)
            .thenComparingDouble(PlainPoint::sortValue)
            .thenComparing(PlainPoint::isNaN);

    PlainPoint {
        // One zero is enough to compare with.
        value = value == 0 ? 0 : value;
    }

    private double sortValue() {
        return isNaN() ? 0 : value;
    }

    private boolean isNaN() {
        return Double.isNaN(value);
    }

    static List<PlainPoint> sortedDistinct(List<PlainPoint> points, Comparator<PlainPoint> order) {
        return points.stream().distinct().sorted(order).toList();
    }

    static List<PlainPoint> listOf(Points points) {
        List<PlainPoint> list = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            list.add(new PlainPoint(points.timestamp(i), points.step(i), points.value(i)));
        }
        return list;
    }

    static Points pointsOf(List<PlainPoint> list) {
        Points points = new Points();
        list.forEach(point -> points.add(point.step, point.timestamp, point.value));
        return points;
    }

    static Segment segmentOf(List<PlainPoint> points) {
        return new Segment(
                points.stream().mapToLong(PlainPoint::timestamp).min().orElseThrow(),
                points.stream().mapToLong(PlainPoint::step).toArray(),
                points.stream().mapToLong(PlainPoint::timestamp).toArray(),
                points.stream().mapToDouble(PlainPoint::value).toArray());
    }
}
