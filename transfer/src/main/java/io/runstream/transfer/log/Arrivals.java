package io.runstream.transfer.log;

import io.runstream.transfer.Progress;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.LoggedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What target topics hold: how much of an archive, and what of their own. */
final class Arrivals {
    private static final String FRESH =
            "Import into fresh topics, and let nobody write to the services before it is done.";
    private static final long NONE = -1;

    private final UUID archive;
    private final Tallies tallies = new Tallies();
    private final List<Change> changes = new ArrayList<>();
    private final Map<TopicPartition, Long> lastMarks = new HashMap<>();

    private Arrivals(UUID archive) {
        this.archive = archive;
    }

    /** The first event of a partition that changes something and comes from no archive. */
    private record Change(TopicPartition partition, long offset, String kind) {
        @Override
        public String toString() {
            return "topic %s, partition %d, offset %d: %s"
                    .formatted(partition.topic(), partition.partition(), offset, kind);
        }
    }

    /**
     * Reads the topics from beginning to end.
     *
     * @throws TransferException they hold another archive's events, or no longer their own beginning
     */
    static Arrivals scan(KafkaClients kafka, List<String> topics, UUID archive, Progress progress) {
        Arrivals arrivals = new Arrivals(archive);
        try (TopicReader reader = new TopicReader(kafka)) {
            List<TopicReader.Extent> extents = topics.stream()
                    .flatMap(topic -> reader.extents(topic).stream())
                    .toList();
            long total = extents.stream()
                    .mapToLong(extent -> extent.end() - extent.beginning())
                    .sum();
            try (Progress.Step step = progress.begin("Reading the target's events", total)) {
                for (TopicReader.Extent extent : extents) {
                    requireBeginning(extent);
                    reader.read(extent.partition(), extent.beginning(), extent.end(), record -> {
                        arrivals.add(record);
                        step.advance(1, Math.max(0, record.serializedValueSize()));
                    });
                }
            }
        }
        return arrivals;
    }

    private static void requireBeginning(TopicReader.Extent extent) {
        if (extent.beginning() > 0) {
            throw TransferException.failed(
                    ("The target's topic %s no longer holds its beginning: nobody can tell what was"
                                    + " imported before. Import into fresh topics, which keep everything (retention.ms=-1).")
                            .formatted(extent.partition().topic()));
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Optional<ImportMark> mark = ImportMark.in(record.headers());
        if (mark.isPresent()) {
            requireSameArchive(partition, mark.get());
            Lane lane = new Lane(record.topic(), mark.get().partition(), record.partition());
            tallies.add(lane, new LoggedRecord(mark.get().offset(), record.timestamp(), record.key(), record.value()));
            lastMarks.put(partition, record.offset());
        } else if (changes.stream().noneMatch(known -> known.partition().equals(partition))) {
            OwnEvents.change(record).ifPresent(kind -> changes.add(new Change(partition, record.offset(), kind)));
        }
    }

    private void requireSameArchive(TopicPartition partition, ImportMark mark) {
        if (!mark.archive().equals(archive)) {
            throw TransferException.failed(
                    "The target's topic %s holds an import of another archive (%s). Import into fresh topics."
                            .formatted(partition.topic(), mark.archive()));
        }
    }

    Tallies tallies() {
        return tallies;
    }

    /** @throws TransferException somebody has written to the target: what is still to come would mean something else */
    void requireNoChanges() {
        changes.stream().findFirst().ifPresent(change -> {
            throw TransferException.failed("The target has events of its own (" + change + "). " + FRESH);
        });
    }

    /** @throws TransferException somebody wrote to the target while events still came */
    void requireNoChangesBetween() {
        changes.stream()
                .filter(change -> change.offset() < lastMarks.getOrDefault(change.partition(), NONE))
                .findFirst()
                .ifPresent(change -> {
                    throw TransferException.failed("Somebody wrote to the target during the import (" + change
                            + "): what came after it may mean something else. " + FRESH);
                });
    }
}
