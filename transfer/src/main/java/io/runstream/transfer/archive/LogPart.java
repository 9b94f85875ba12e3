package io.runstream.transfer.archive;

import io.runstream.transfer.TransferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The events of an archive: chunk after chunk of each partition. It only grows. For one thread. */
public final class LogPart {
    private static final String INDEX = "log.jsonl";

    private final Path folder;
    private final List<ChunkEntry> chunks;

    private LogPart(Path folder, List<ChunkEntry> chunks) {
        this.folder = folder;
        this.chunks = chunks;
    }

    static LogPart in(Path folder) throws IOException {
        List<ChunkEntry> chunks = new ArrayList<>();
        if (Files.exists(folder.resolve(INDEX))) {
            JsonLines.read(folder.resolve(INDEX), ChunkEntry.class, chunks::add);
        }
        return new LogPart(folder, chunks);
    }

    Path index() {
        return folder.resolve(INDEX);
    }

    /** All of them; those of one partition in their order. */
    public List<ChunkEntry> chunks() {
        return List.copyOf(chunks);
    }

    public List<String> topics() {
        return chunks.stream().map(ChunkEntry::topic).distinct().toList();
    }

    public long records() {
        return chunks.stream().mapToLong(ChunkEntry::records).sum();
    }

    public long bytes() {
        return chunks.stream().mapToLong(ChunkEntry::bytes).sum();
    }

    /** The offset at which the partition goes on; 0 if it has not begun. */
    public long next(String topic, int partition) {
        return chunks.stream()
                .filter(chunk -> chunk.topic().equals(topic) && chunk.partition() == partition)
                .mapToLong(ChunkEntry::to)
                .max()
                .orElse(0);
    }

    /** Adds a chunk; it is begun where the partition goes on. */
    public NewChunk begin(String topic, int partition) {
        long from = next(topic, partition);
        String file = String.format(Locale.ROOT, "log/%s/%d/%020d.gz", topic, partition, from);
        try {
            return new NewChunk(topic, partition, from, file, ChunkWriter.open(folder.resolve(file)));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Calls for each record of a chunk, in its order. That all is well is known only when this returns.
     *
     * @throws TransferException the file is missing or not what was written
     */
    public void read(ChunkEntry chunk, Consumer<LoggedRecord> consumer) {
        try {
            ChunkReader.read(folder.resolve(chunk.file()), chunk, consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TransferException unwritable(IOException e) {
        return TransferException.failed("The archive " + folder + " can't be written: " + e, e);
    }

    /** A chunk under way; closed without {@link #finish}, it was never there. */
    public final class NewChunk implements AutoCloseable {
        private final String topic;
        private final int partition;
        private final long from;
        private final String file;
        private final ChunkWriter writer;

        private NewChunk(String topic, int partition, long from, String file, ChunkWriter writer) {
            this.topic = topic;
            this.partition = partition;
            this.from = from;
            this.file = file;
            this.writer = writer;
        }

        public void add(LoggedRecord record) {
            try {
                writer.add(record);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        public long records() {
            return writer.records();
        }

        /** Of keys and values. */
        public long bytes() {
            return writer.bytes();
        }

        /** @param to the offset at which the partition goes on */
        public void finish(long to) {
            try (JsonLines<ChunkEntry> index = JsonLines.append(index(), ChunkEntry.class)) {
                String sha256 = writer.publish();
                ChunkEntry entry = new ChunkEntry(
                        topic, partition, from, to, writer.records(), writer.bytes(), writer.largest(), sha256, file);
                index.append(entry);
                index.force();
                chunks.add(entry);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        @Override
        public void close() {
            try {
                writer.close();
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }
}
