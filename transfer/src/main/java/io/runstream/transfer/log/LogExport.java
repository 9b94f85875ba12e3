package io.runstream.transfer.log;

import io.runstream.transfer.Progress;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.LogPart;
import io.runstream.transfer.archive.LogPart.NewChunk;
import io.runstream.transfer.archive.LoggedRecord;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Adds to an archive what the log of a data folder has beyond it. */
public final class LogExport {
    private static final List<String> TOPICS = List.of(TransferTopics.TRACKING, TransferTopics.ACCESS);

    private final KafkaClients source;
    private final LogPart archive;
    private final Progress progress;
    private final ChunkSize chunkSize;

    public LogExport(KafkaClients source, LogPart archive, Progress progress) {
        this(source, archive, progress, ChunkSize.USUAL);
    }

    LogExport(KafkaClients source, LogPart archive, Progress progress, ChunkSize chunkSize) {
        this.source = source;
        this.archive = archive;
        this.progress = progress;
        this.chunkSize = chunkSize;
    }

    /** When a chunk is full: what is lost when an export is interrupted. */
    record ChunkSize(long records, long bytes) {
        static final ChunkSize USUAL = new ChunkSize(100_000, 64L << 20);

        boolean isReachedBy(NewChunk chunk) {
            return chunk.records() >= records || chunk.bytes() >= bytes;
        }
    }

    /** By what a folder's log is known again: the id of its Kafka. */
    public static String identity(KafkaClients source) {
        try (Admin admin = source.admin()) {
            return source.ask(admin.describeCluster().clusterId());
        }
    }

    /** @throws TransferException the log no longer holds its beginning, or is shorter than it was */
    public void run() {
        try (TopicReader reader = new TopicReader(source)) {
            List<TopicReader.Extent> extents = TOPICS.stream()
                    .flatMap(topic -> reader.extents(topic).stream())
                    .toList();
            extents.forEach(this::requireWhole);
            long total = extents.stream()
                    .mapToLong(extent -> extent.end() - next(extent))
                    .sum();
            try (Progress.Step step = progress.begin("Events into the archive", total)) {
                extents.forEach(extent -> copy(reader, extent, step));
            }
        }
    }

    private long next(TopicReader.Extent extent) {
        return archive.next(extent.partition().topic(), extent.partition().partition());
    }

    private void requireWhole(TopicReader.Extent extent) {
        if (extent.beginning() > 0) {
            throw TransferException.failed(
                    ("The log no longer holds its first %,d events (%s): what only the tables still"
                                    + " know would not come along.")
                            .formatted(extent.beginning(), extent.partition()));
        }
        if (extent.end() < next(extent)) {
            throw TransferException.failed(
                    ("The archive holds more events of %s than the log, which was set back: export"
                                    + " to another place.")
                            .formatted(extent.partition()));
        }
    }

    private void copy(TopicReader reader, TopicReader.Extent extent, Progress.Step step) {
        try (ChunkSequence chunks = new ChunkSequence(extent)) {
            reader.read(extent.partition(), next(extent), extent.end(), record -> {
                LoggedRecord logged =
                        new LoggedRecord(record.offset(), record.timestamp(), record.key(), record.value());
                chunks.add(logged);
                step.advance(1, logged.size());
            });
            chunks.finish(extent.end());
        }
    }

    /** One chunk after the other, each when the one before it is full. */
    private final class ChunkSequence implements AutoCloseable {
        private final TopicReader.Extent extent;
        private NewChunk chunk;

        ChunkSequence(TopicReader.Extent extent) {
            this.extent = extent;
            this.chunk = begin();
        }

        private NewChunk begin() {
            return archive.begin(extent.partition().topic(), extent.partition().partition());
        }

        void add(LoggedRecord record) {
            chunk.add(record);
            if (chunkSize.isReachedBy(chunk)) {
                chunk.finish(record.offset() + 1);
                chunk = begin();
            }
        }

        void finish(long end) {
            if (chunk.records() > 0) {
                chunk.finish(end);
            }
        }

        @Override
        public void close() {
            chunk.close();
        }
    }
}
