package io.runstream.transfer.archive;

import io.runstream.transfer.TransferException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads chunks, and finds out what is wrong with them. */
final class ChunkReader {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final ChunkEntry entry;
    private final MessageDigest digest = Digests.sha256();
    private long next;
    private long records;

    private ChunkReader(Path file, ChunkEntry entry) {
        this.file = file;
        this.entry = entry;
        this.next = entry.from();
    }

    /**
     * Calls for each record in its order. That all is well is known only when this returns.
     *
     * @throws TransferException the file is missing or not what was written
     */
    static void read(Path file, ChunkEntry entry, Consumer<LoggedRecord> consumer) throws IOException {
        new ChunkReader(file, entry).read(consumer);
    }

    private void read(Consumer<LoggedRecord> consumer) throws IOException {
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            frames(new GZIPInputStream(bytes, BUFFER), consumer);
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (NoSuchFileException e) {
            throw damaged("is missing", e);
        } catch (ZipException | EOFException e) {
            throw damaged("does not hold what was written", e);
        }
        if (records != entry.records()
                || next > entry.to()
                || !Digests.hex(digest).equals(entry.sha256())) {
            throw damaged("does not hold what was written", null);
        }
    }

    private void frames(InputStream plain, Consumer<LoggedRecord> consumer) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(plain, BUFFER));
        for (long left = entry.records(); left > 0; left--) {
            LoggedRecord record = new LoggedRecord(in.readLong(), in.readLong(), bytes(in), bytes(in));
            if (record.offset() < next) {
                throw damaged("does not hold what was written", null);
            }
            next = record.offset() + 1;
            records++;
            consumer.accept(record);
        }
        if (in.read() >= 0) {
            throw damaged("does not hold what was written", null);
        }
    }

    private byte @Nullable [] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == ChunkWriter.ABSENT) {
            return null;
        }
        if (length < 0 || length > entry.largest()) {
            throw damaged("does not hold what was written", null);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private TransferException damaged(String how, @Nullable Exception cause) {
        String message = "The archive is damaged: " + file + " " + how + ".";
        return cause == null ? TransferException.failed(message) : TransferException.failed(message, cause);
    }
}
