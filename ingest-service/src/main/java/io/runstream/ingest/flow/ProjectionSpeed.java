package io.runstream.ingest.flow;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How fast the projection gets through this instance's records, over the last two seconds. */
final class ProjectionSpeed {
    private static final long SLICE_NANOS = Duration.ofMillis(200).toNanos();
    private static final int SLICES = 10;

    private final LongSupplier nanoTime;
    private final long[] costs = new long[SLICES];
    private long currentSlice;

    ProjectionSpeed(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.currentSlice = nanoTime.getAsLong() / SLICE_NANOS;
    }

    void add(long cost) {
        advance();
        costs[index(currentSlice)] += cost;
    }

    /** What it gets through in that time, by the average over the slices that saw work. */
    long during(Duration time) {
        advance();
        long sum = 0;
        int busy = 0;
        for (long slice = currentSlice - SLICES + 1; slice < currentSlice; slice++) {
            long cost = costs[index(slice)];
            sum += cost;
            busy += cost > 0 ? 1 : 0;
        }
        return busy == 0 ? 0 : (long) ((double) sum / busy * time.toNanos() / SLICE_NANOS);
    }

    private void advance() {
        long slice = nanoTime.getAsLong() / SLICE_NANOS;
        for (long passed = Math.max(currentSlice + 1, slice - SLICES + 1); passed <= slice; passed++) {
            costs[index(passed)] = 0;
        }
        currentSlice = Math.max(currentSlice, slice);
    }

    private static int index(long slice) {
        return (int) Math.floorMod(slice, (long) SLICES);
    }
}
