package io.runstream.query.metric.series;

/**
 * A part of a series, its points in any order. It may overlap with others in time, and share points with them.
 *
 * @param minTimestamp the least of the timestamps
 */
public record Segment(long minTimestamp, long[] steps, long[] timestamps, double[] values) {
    int size() {
        return steps.length;
    }
}
