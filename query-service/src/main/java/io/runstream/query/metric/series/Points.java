package io.runstream.query.metric.series;

import java.util.Arrays;

/** A growing list of points, 24 bytes each. Not thread-safe. */
public final class Points {
    private static final int FIRST_CAPACITY = 64;

    private long[] steps;
    private long[] timestamps;
    private double[] values;
    private int size;

    public Points() {
        this(FIRST_CAPACITY);
    }

    public Points(int capacity) {
        steps = new long[capacity];
        timestamps = new long[capacity];
        values = new double[capacity];
    }

    public int size() {
        return size;
    }

    public long step(int i) {
        return steps[i];
    }

    public long timestamp(int i) {
        return timestamps[i];
    }

    public double value(int i) {
        return values[i];
    }

    public void add(long step, long timestamp, double value) {
        if (size == steps.length) {
            grow(Math.max(FIRST_CAPACITY, size + (size >> 1)));
        }
        steps[size] = step;
        timestamps[size] = timestamp;
        values[size] = value;
        size++;
    }

    /** Adds the point that stands at {@code i} of another list. */
    public void add(Points from, int i) {
        add(from.steps[i], from.timestamps[i], from.values[i]);
    }

    public void addAll(Points from) {
        int total = size + from.size;
        if (total > steps.length) {
            grow(Math.max(total, size + (size >> 1)));
        }
        System.arraycopy(from.steps, 0, steps, size, from.size);
        System.arraycopy(from.timestamps, 0, timestamps, size, from.size);
        System.arraycopy(from.values, 0, values, size, from.size);
        size = total;
    }

    /** The same points in order, each once. May be this very list, if it is so already. */
    public Points sortedDistinct(PointOrder order) {
        return isStrictlyAscending(order) ? this : PointSort.sortedDistinct(this, order);
    }

    private boolean isStrictlyAscending(PointOrder order) {
        for (int i = 1; i < size; i++) {
            if (order.compare(this, i - 1, this, i) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void grow(int capacity) {
        steps = Arrays.copyOf(steps, capacity);
        timestamps = Arrays.copyOf(timestamps, capacity);
        values = Arrays.copyOf(values, capacity);
    }
}
