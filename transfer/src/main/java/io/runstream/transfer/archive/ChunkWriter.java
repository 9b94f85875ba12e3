package io.runstream.transfer.archive;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a chunk: gzip of one frame per record, of its offset, its timestamp, and its key and value, each with its length
 * before it, -1 for none; numbers big-endian.
 */
final class ChunkWriter implements AutoCloseable {
    static final int ABSENT = -1;
    private static final int BUFFER = 1 << 16;

    private final NewFile file;
    private final MessageDigest digest = Digests.sha256();
    private final DataOutputStream out;
    private long records;
    private long bytes;
    private int largest;

    private ChunkWriter(NewFile file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(
                new BufferedOutputStream(new FastGzip(new DigestOutputStream(file.out(), digest)), BUFFER));
    }

    static ChunkWriter open(Path path) throws IOException {
        return new ChunkWriter(NewFile.open(path));
    }

    void add(LoggedRecord record) throws IOException {
        out.writeLong(record.offset());
        out.writeLong(record.timestamp());
        write(record.key());
        write(record.value());
        records++;
        bytes += record.size();
        largest = Math.max(largest, record.size());
    }

    private void write(byte @Nullable [] content) throws IOException {
        if (content == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(content.length);
            out.write(content);
        }
    }

    long records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    int largest() {
        return largest;
    }

    /** Returns the file's SHA-256 when it is there under its name. */
    String publish() throws IOException {
        out.close();
        file.publish();
        return Digests.hex(digest);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Events are small and alike: more effort gains little. Closing it finishes the stream, and the file stays open. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(DigestOutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }

        @Override
        public void close() throws IOException {
            finish();
            def.end();
        }
    }
}
