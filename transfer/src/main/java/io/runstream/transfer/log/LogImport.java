package io.runstream.transfer.log;

import io.runstream.transfer.Progress;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.Archive;
import io.runstream.transfer.archive.ChunkEntry;
import io.runstream.transfer.archive.LoggedRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends an archive's events to a cluster, those that are not there yet, and looks whether all are there, once each.
 *
 * <p>Verdicts are not among them: the cluster comes to its own, which are the same, since they depend on the order of the
 * events under one key only, and that order is kept, whatever the number of partitions.
 */
public final class LogImport {
    private final Archive archive;
    private final KafkaClients target;
    private final Progress progress;
    private final List<ChunkEntry> chunks;
    private final List<String> topics;

    /** @param withAccess whether users and permissions come along */
    public LogImport(Archive archive, KafkaClients target, boolean withAccess, Progress progress) {
        this.archive = archive;
        this.target = target;
        this.progress = progress;
        this.chunks = archive.log().chunks().stream()
                .filter(chunk -> withAccess || !chunk.topic().equals(TransferTopics.ACCESS))
                .toList();
        this.topics = chunks.stream().map(ChunkEntry::topic).distinct().toList();
    }

    /** What is to be sent, by what is there already. */
    public static final class Plan {
        private final TargetTopics targets;
        private final Arrivals arrivals;
        private final Tallies expected;

        private Plan(TargetTopics targets, Arrivals arrivals, Tallies expected) {
            this.targets = targets;
            this.arrivals = arrivals;
            this.expected = expected;
        }

        /** Events that are to be sent. */
        public long missing() {
            return expected.records() - arrivals.tallies().records();
        }
    }

    /** How many events of a topic the archive and the target have. */
    public record Count(String topic, long inArchive, long inTarget) {}

    /**
     * Reads the archive and the target; changes nothing.
     *
     * @throws TransferException the archive is damaged, or the target can't take it
     */
    public Plan plan() {
        TargetTopics targets = TargetTopics.of(target, topics);
        chunks.stream()
                .collect(Collectors.toMap(ChunkEntry::topic, ChunkEntry::largest, Math::max))
                .forEach(targets::requireRoom);
        Arrivals arrivals = Arrivals.scan(target, topics, archive.manifest().id(), progress);
        Tallies expected = new Tallies();
        Tallies arrived = new Tallies();
        forEach("Checking its events", targets, (lane, record) -> {
            expected.add(lane, record);
            if (record.offset() <= arrivals.tallies().last(lane)) {
                arrived.add(lane, record);
            }
        });
        arrived.difference(arrivals.tallies()).ifPresent(lane -> {
            throw TransferException.failed(
                    ("The target's topic %s holds some of the archive's events, and not as an import"
                                    + " leaves them (partition %d). Import into fresh topics.")
                            .formatted(lane.topic(), lane.target()));
        });
        Plan plan = new Plan(targets, arrivals, expected);
        if (plan.missing() > 0) {
            arrivals.requireNoChanges();
        }
        return plan;
    }

    /** Sends what is missing. */
    public void send(Plan plan) throws InterruptedException {
        if (plan.missing() == 0) {
            return;
        }
        try (RecordSender sender = new RecordSender(target, archive.manifest().id())) {
            forEach("Events into Kafka", plan.targets, (lane, record) -> {
                if (record.offset() > plan.arrivals.tallies().last(lane)) {
                    sender.send(lane, record);
                }
            });
            sender.finish();
        }
    }

    /**
     * Reads the target again, if anything was sent.
     *
     * @throws TransferException an event is missing, or there twice, or others wrote between them
     */
    public List<Count> verify(Plan plan) {
        Arrivals there = plan.missing() == 0
                ? plan.arrivals
                : Arrivals.scan(target, topics, archive.manifest().id(), progress);
        Optional<Lane> difference = plan.expected.difference(there.tallies());
        if (difference.isPresent()) {
            throw TransferException.failed(
                    "The target's topic %s does not hold what was sent to it (partition %d): its Kafka has lost or doubled events."
                            .formatted(
                                    difference.get().topic(), difference.get().target()));
        }
        there.requireNoChangesBetween();
        return topics.stream()
                .map(topic -> new Count(
                        topic, plan.expected.records(topic), there.tallies().records(topic)))
                .toList();
    }

    private interface LaneSink {
        void accept(Lane lane, LoggedRecord record);
    }

    private void forEach(String what, TargetTopics targets, LaneSink sink) {
        long total = chunks.stream().mapToLong(ChunkEntry::records).sum();
        try (Progress.Step step = progress.begin(what, total)) {
            for (ChunkEntry chunk : chunks) {
                int partitions = targets.partitions(chunk.topic());
                archive.log().read(chunk, record -> {
                    sink.accept(Lane.of(chunk.topic(), chunk.partition(), record.key(), partitions), record);
                    step.advance(1, record.size());
                });
            }
        }
    }
}
