package io.runstream.query.metric.series;

/** A place in a history: right behind the point with these numbers, be it there or not. */
public record Position(long timestamp, long step, double value) {
    /** Before any point. */
    public static final Position START = new Position(Long.MIN_VALUE, Long.MIN_VALUE, Double.NEGATIVE_INFINITY);

    /** Right behind point {@code i}. */
    public static Position behind(Points points, int i) {
        return new Position(points.timestamp(i), points.step(i), points.value(i));
    }

    /** Whether that point comes later in {@link PointOrder#BY_TIME}. */
    boolean isBefore(long otherStep, long otherTimestamp, double otherValue) {
        if (timestamp != otherTimestamp) {
            return timestamp < otherTimestamp;
        }
        if (step != otherStep) {
            return step < otherStep;
        }
        return PointOrder.compareValues(value, otherValue) < 0;
    }
}
