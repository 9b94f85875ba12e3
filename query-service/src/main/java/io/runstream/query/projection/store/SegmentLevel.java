package io.runstream.query.projection.store;

/**
 * When segments are merged with which. Logged one by one, a point is written three times: alone, in a segment of 32, and
 * in one of 1,024; a series has at most 31 segments of each of the lower levels beside its full ones.
 */
final class SegmentLevel {
    /** So many segments of a level become one. */
    static final int MERGED_AT = 32;

    /** From so many points on, a segment is never merged again: what compresses well and still reads in small pieces. */
    static final int FULL_POINTS = 512;

    private static final int SMALL_POINTS = 32;

    private SegmentLevel() {}

    static int of(int points) {
        if (isFull(points)) {
            return 2;
        }
        return points < SMALL_POINTS ? 0 : 1;
    }

    static boolean isFull(int points) {
        return points >= FULL_POINTS;
    }
}
