package io.runstream.transfer.log;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where a record in a target topic comes from: the Kafka header {@value #HEADER}. It is what makes an import resumable and
 * checkable.
 *
 * @param archive whose record it is
 * @param partition of the topic that was exported
 * @param offset in that partition
 */
record ImportMark(UUID archive, int partition, long offset) {
    static final String HEADER = "runstream-import";

    private static final int LENGTH = 3 * Long.BYTES + Integer.BYTES;

    byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(archive.getMostSignificantBits())
                .putLong(archive.getLeastSignificantBits())
                .putInt(partition)
                .putLong(offset)
                .array();
    }

    /** Empty if the record has none, or none of ours. */
    static Optional<ImportMark> in(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null || header.value().length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(header.value());
        return Optional.of(
                new ImportMark(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt(), buffer.getLong()));
    }
}
