package io.runstream.query.consistency;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * How far one partition's projection is behind the log, in records and in time. The time is that of the oldest look at which
 * the log held a record that is not projected yet, so it is as fine as looks are frequent. Safe for use by several threads.
 */
final class PartitionLag {
    private static final int MAX_LOOKS = 256;
    private static final double NANOS = 1e9;

    private final ArrayDeque<Look> unreached = new ArrayDeque<>();
    private double records = Double.NaN;
    private double seconds = Double.NaN;

    /** @param end the log's, at that time */
    private record Look(long nanos, long end) {}

    /**
     * One look at the log and at the tables.
     *
     * @param nanos when, from any origin
     * @param end the offset of the log's next record
     * @param next the first offset that is not projected
     */
    synchronized void look(long nanos, long end, long next) {
        while (!unreached.isEmpty() && unreached.getFirst().end() <= next) {
            unreached.removeFirst();
        }
        if (next < end && (unreached.isEmpty() || unreached.getLast().end() < end)) {
            unreached.addLast(new Look(nanos, end));
        }
        if (unreached.size() > MAX_LOOKS) {
            thinOut();
        }
        records = Math.max(0, end - next);
        seconds = unreached.isEmpty() ? 0 : (nanos - unreached.getFirst().nanos()) / NANOS;
    }

    /** The log or the tables have never answered, or the log does not any more. */
    synchronized void unknown() {
        records = Double.NaN;
        seconds = Double.NaN;
    }

    synchronized double records() {
        return records;
    }

    synchronized double seconds() {
        return seconds;
    }

    /** Every second one but the oldest goes: what is far behind need not be known to the second. */
    private void thinOut() {
        Iterator<Look> looks = unreached.iterator();
        looks.next();
        while (looks.hasNext()) {
            looks.next();
            looks.remove();
            if (looks.hasNext()) {
                looks.next();
            }
        }
    }
}
