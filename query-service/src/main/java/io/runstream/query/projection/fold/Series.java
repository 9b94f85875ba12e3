package io.runstream.query.projection.fold;

import java.util.Arrays;

/**
 * The points that a batch adds to one metric of one run: three columns of equal length, and which of the points MLflow
 * would show.
 */
public final class Series {
    private static final int INITIAL_CAPACITY = 2;

    private final RunKey key;
    private long[] steps = new long[INITIAL_CAPACITY];
    private long[] timestamps = new long[INITIAL_CAPACITY];
    private double[] values = new double[INITIAL_CAPACITY];
    private int size;
    private int latest;
    private long sequence;

    Series(RunKey key) {
        this.key = key;
    }

    /** @param offset of the event; not less than before */
    void add(long step, long timestamp, double value, long offset) {
        if (size == steps.length) {
            grow();
        }
        steps[size] = step;
        timestamps[size] = timestamp;
        values[size] = value;
        sequence = offset;
        if (size > 0 && isGreater(size, latest)) {
            latest = size;
        }
        size++;
    }

    private void grow() {
        int capacity = size * 2;
        steps = Arrays.copyOf(steps, capacity);
        timestamps = Arrays.copyOf(timestamps, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    /** MLflow's order of points: step, then timestamp, then value with NaN as 0. Of equals the first stays. */
    private boolean isGreater(int a, int b) {
        if (steps[a] != steps[b]) {
            return steps[a] > steps[b];
        }
        if (timestamps[a] != timestamps[b]) {
            return timestamps[a] > timestamps[b];
        }
        return comparable(values[a]) > comparable(values[b]);
    }

    private static double comparable(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    public RunKey key() {
        return key;
    }

    public int size() {
        return size;
    }

    /** Offset of the last event in it. */
    public long sequence() {
        return sequence;
    }

    public long step(int index) {
        return steps[index];
    }

    public long timestamp(int index) {
        return timestamps[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** Index of the greatest point. */
    public int latest() {
        return latest;
    }

    public long minTimestamp() {
        long min = timestamps[0];
        for (int i = 1; i < size; i++) {
            min = Math.min(min, timestamps[i]);
        }
        return min;
    }

    public long maxTimestamp() {
        long max = timestamps[0];
        for (int i = 1; i < size; i++) {
            max = Math.max(max, timestamps[i]);
        }
        return max;
    }
}
