package io.runstream.transfer.archive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A digest of a set of records by their offsets, keys and values: the sum of their SHA-256, modulo 2 to the power of 256.
 * The order in which they come does not matter; a record twice does.
 */
public final class RecordDigest {
    private static final int WORDS = 4;
    private static final int HEAD = Long.BYTES + 2 * Integer.BYTES;
    private static final int ABSENT = -1;

    private final MessageDigest sha256 = Digests.sha256();
    private final ByteBuffer head = ByteBuffer.allocate(HEAD);
    /** The least significant word first. */
    private final long[] sum = new long[WORDS];

    public void add(LoggedRecord record) {
        head.clear();
        head.putLong(record.offset()).putInt(length(record.key())).putInt(length(record.value()));
        sha256.update(head.array());
        update(record.key());
        update(record.value());
        add(ByteBuffer.wrap(sha256.digest()));
    }

    private void update(byte @Nullable [] bytes) {
        if (bytes != null) {
            sha256.update(bytes);
        }
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? ABSENT : bytes.length;
    }

    private void add(ByteBuffer digest) {
        long carry = 0;
        for (int word = 0; word < WORDS; word++) {
            long added = digest.getLong((WORDS - 1 - word) * Long.BYTES);
            long withCarry = sum[word] + carry;
            carry = Long.compareUnsigned(withCarry, sum[word]) < 0 ? 1 : 0;
            long total = withCarry + added;
            if (Long.compareUnsigned(total, added) < 0) {
                carry = 1;
            }
            sum[word] = total;
        }
    }

    /** 64 hex digits. */
    public String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (int word = WORDS - 1; word >= 0; word--) {
            bytes.putLong(sum[word]);
        }
        return HexFormat.of().formatHex(bytes.array());
    }
}
