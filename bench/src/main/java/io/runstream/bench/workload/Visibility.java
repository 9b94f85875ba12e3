package io.runstream.bench.workload;

import org.HdrHistogram.Histogram;

/**
 * How soon acknowledged writes were seen by another client.
 *
 * @param delays from a write's acknowledgement to the answer that shows it, in microseconds
 * @param stale answers that did not show it yet, after which the reader asked again
 */
public record Visibility(Histogram delays, long stale) {

    private static final double MICROS_PER_MILLI = 1_000;

    /** @return milliseconds */
    public double percentile(double percentile) {
        return delays.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /** @return milliseconds */
    public double max() {
        return delays.getMaxValue() / MICROS_PER_MILLI;
    }
}
