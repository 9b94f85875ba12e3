package io.runstream.transfer.archive;

import org.jspecify.annotations.Nullable;

/**
 * A record of a topic, without its headers. Two are not equal because they hold the same bytes.
 *
 * @param offset its place in its partition
 * @param timestamp milliseconds since the epoch, or -1 for none
 * @param key null and empty differ
 * @param value null and empty differ
 */
public record LoggedRecord(long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {

    /** Bytes of key and value. */
    public int size() {
        return (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
    }
}
