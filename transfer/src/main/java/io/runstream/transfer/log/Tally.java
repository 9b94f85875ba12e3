package io.runstream.transfer.log;

import io.runstream.transfer.archive.LoggedRecord;
import io.runstream.transfer.archive.RecordDigest;

/** Counts records by the offsets that they have in the archive. */
final class Tally {
    private static final long NONE = -1;

    private final RecordDigest digest = new RecordDigest();
    private long records;
    private long last = NONE;

    void add(LoggedRecord record) {
        digest.add(record);
        records++;
        last = Math.max(last, record.offset());
    }

    long records() {
        return records;
    }

    /** The greatest offset, or -1 for none. */
    long last() {
        return last;
    }

    /** Whether both counted the same records. */
    boolean equalTo(Tally other) {
        return records == other.records && last == other.last && digest.hex().equals(other.digest.hex());
    }
}
