package io.runstream.bench.growth;

import io.runstream.bench.http.TrackingClient;
import java.util.ArrayList;
import java.util.List;

/**
 * Where runs belong: those of even numbers to one large experiment, so half of all; the others, as they come, to small
 * ones of 100 to 1,000.
 */
final class Experiments {
    /** In units of the smallest: 20 units, then again from the start. */
    private static final int[] SIZES = {1, 2, 5, 2, 10};

    private static final int UNIT = 100;

    private final TrackingClient client;
    private final long large;
    private final List<Long> small = new ArrayList<>();

    Experiments(TrackingClient client) {
        this.client = client;
        this.large = findOrCreate("growth-large");
    }

    long large() {
        return large;
    }

    /** The first one of 1,000 runs, full when 4,000 runs are there. */
    long middling() {
        return small(SIZES.length - 1);
    }

    /** Of the run with that number; made when it is asked for first. */
    long of(long number) {
        return number % 2 == 0 ? large : small(ordinal(number / 2));
    }

    private long small(int ordinal) {
        while (small.size() <= ordinal) {
            small.add(findOrCreate("growth-" + small.size()));
        }
        return small.get(ordinal);
    }

    private static int ordinal(long place) {
        int units = 0;
        for (int size : SIZES) {
            units += size;
        }
        long unit = place / UNIT;
        int ordinal = (int) (unit / units) * SIZES.length;
        int rest = (int) (unit % units);
        for (int size = 0; rest >= SIZES[size]; size++) {
            rest -= SIZES[size];
            ordinal++;
        }
        return ordinal;
    }

    private long findOrCreate(String name) {
        return Long.parseLong(client.findExperiment(name).orElseGet(() -> client.createExperiment(name)));
    }
}
