package io.runstream.event;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the verdict on a command goes: the Kafka header {@value #HEADER} of the command's record.
 *
 * @param instance the ingest service that waits; the key of the reply's record
 * @param correlationId which of its requests waits
 * @param deadline milliseconds since the epoch after which nobody waits any more
 */
public record ReplyAddress(UUID instance, long correlationId, long deadline) {
    public static final String HEADER = "runstream-reply-to";

    private static final int LENGTH = 4 * Long.BYTES;

    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(instance.getMostSignificantBits())
                .putLong(instance.getLeastSignificantBits())
                .putLong(correlationId)
                .putLong(deadline)
                .array();
    }

    /** Empty if the header is absent or not one of ours. */
    public static Optional<ReplyAddress> parse(byte @Nullable [] header) {
        if (header == null || header.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(header);
        return Optional.of(
                new ReplyAddress(new UUID(buffer.getLong(), buffer.getLong()), buffer.getLong(), buffer.getLong()));
    }

    /** The key of the reply's record. */
    public byte[] replyKey() {
        return replyKey(instance);
    }

    /** What an ingest service looks for in the keys of replies. */
    public static byte[] replyKey(UUID instance) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(instance.getMostSignificantBits())
                .putLong(instance.getLeastSignificantBits())
                .array();
    }
}
