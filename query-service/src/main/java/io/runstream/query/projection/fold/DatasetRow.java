package io.runstream.query.projection.fold;

import io.runstream.event.v1.Dataset;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code dataset}, named by its content: whoever logs the same dataset writes the same row, in
 * whatever order.
 *
 * @param schema null if the client sent none
 * @param profile null if the client sent none
 */
public record DatasetRow(
        UUID id,
        String name,
        String digest,
        String sourceType,
        String source,
        @Nullable String schema,
        @Nullable String profile) {

    static DatasetRow from(Dataset dataset) {
        String schema = dataset.hasSchema() ? dataset.getSchema() : null;
        String profile = dataset.hasProfile() ? dataset.getProfile() : null;
        return new DatasetRow(
                idOf(
                        dataset.getName(),
                        dataset.getDigest(),
                        dataset.getSourceType(),
                        dataset.getSource(),
                        schema,
                        profile),
                dataset.getName(),
                dataset.getDigest(),
                dataset.getSourceType(),
                dataset.getSource(),
                schema,
                profile);
    }

    /** The first 16 bytes of SHA-256 over the fields, each led by its length (-1: absent), as a UUID of version 8. */
    private static UUID idOf(@Nullable String... fields) {
        MessageDigest sha = sha256();
        for (String field : fields) {
            byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            int length = field == null ? -1 : bytes.length;
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
            sha.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha.digest());
        long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
        long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
