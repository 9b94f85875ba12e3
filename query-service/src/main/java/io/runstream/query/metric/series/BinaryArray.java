package io.runstream.query.metric.series;

import io.vertx.mutiny.core.buffer.Buffer;

/**
 * Reads what Postgres' {@code array_send} makes of a one-dimensional array of 8-byte numbers without NULLs: number of
 * dimensions, flags, element type, length and lower bound, 4 bytes each; then every element after its length.
 */
final class BinaryArray {
    private static final int LENGTH_AT = 12;
    private static final int ELEMENTS_AT = 20;
    private static final int ELEMENT_BYTES = 12;
    private static final int VALUE_IN_ELEMENT = 4;

    private BinaryArray() {}

    static long[] longs(Buffer array) {
        long[] longs = new long[length(array)];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = array.getLong(valueAt(i));
        }
        return longs;
    }

    static double[] doubles(Buffer array) {
        double[] doubles = new double[length(array)];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = array.getDouble(valueAt(i));
        }
        return doubles;
    }

    private static int length(Buffer array) {
        // An empty array has no dimension, and so no length.
        return array.getInt(0) == 0 ? 0 : array.getInt(LENGTH_AT);
    }

    private static int valueAt(int element) {
        return ELEMENTS_AT + element * ELEMENT_BYTES + VALUE_IN_ELEMENT;
    }
}
