package io.runstream.query.projection;

import io.runstream.kit.log.Topics;
import io.runstream.query.projection.fold.Changes;
import io.runstream.query.projection.store.OffsetMove;
import io.runstream.query.projection.store.ProjectionStore;
import io.runstream.query.projection.store.StoreUnavailableException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that Kafka has given to a projector, and where in them it stands. Those whose offset in Postgres is not
 * known are paused: the consumer stays in the group, and reads nothing. One thread's.
 */
final class Assignment implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    private final Consumer<byte[], byte[]> consumer;
    private final ProjectionStore store;
    private final Losses onLoss;
    private final Map<Integer, Long> offsets = new HashMap<>();
    private final Set<Integer> unsettled = new HashSet<>();

    /** Told of partitions that are not this projector's any more, or whose state is in doubt. */
    interface Losses {
        void lost(Set<Integer> partitions);
    }

    Assignment(Consumer<byte[], byte[]> consumer, ProjectionStore store, Losses onLoss) {
        this.consumer = consumer;
        this.store = store;
        this.onLoss = onLoss;
    }

    /** Where the projector stands, of the partitions it may read. */
    Map<Integer, Long> offsets() {
        return offsets;
    }

    void moved(Map<Integer, Long> nextOffsets) {
        offsets.putAll(nextOffsets);
    }

    boolean isSettled() {
        return unsettled.isEmpty();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        unsettle(numbersOf(assigned));
        try {
            settle();
        } catch (StoreUnavailableException | IllegalStateException | KafkaException e) {
            LOG.debug("Assigned partitions wait", e);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        Set<Integer> lost = numbersOf(revoked);
        offsets.keySet().removeAll(lost);
        unsettled.removeAll(lost);
        onLoss.lost(lost);
    }

    /** Stops reading until {@link #settle()} has found out where Postgres stands. */
    void unsettleAll() {
        unsettle(numbersOf(consumer.assignment()));
    }

    private void unsettle(Set<Integer> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        offsets.keySet().removeAll(partitions);
        unsettled.addAll(partitions);
        onLoss.lost(partitions);
        Set<TopicPartition> paused = topicPartitions(partitions);
        consumer.pause(paused);
        // A paused partition needs a position too, and nothing is committed to Kafka that could be one.
        paused.forEach(partition -> consumer.seek(partition, 0));
    }

    /**
     * Finds out where Postgres stands in the partitions that wait for it, and begins to read there.
     *
     * @throws StoreUnavailableException if Postgres can't tell; nothing has changed
     * @throws IllegalStateException if a partition ends before what is projected of it: this is not the log that the
     *     tables were made from, and going on would mix the two
     */
    void settle() {
        if (unsettled.isEmpty()) {
            return;
        }
        Map<Integer, Long> stored = store.offsets(unsettled);
        requireSameLog(stored);
        stored.forEach((partition, next) -> {
            consumer.seek(new TopicPartition(Topics.TRACKING, partition), next);
            LOG.atInfo()
                    .addKeyValue("partition", partition)
                    .addKeyValue("offset", next)
                    .log("Projecting a partition");
        });
        offsets.putAll(stored);
        consumer.resume(topicPartitions(unsettled));
        unsettled.clear();
    }

    private void requireSameLog(Map<Integer, Long> stored) {
        consumer.endOffsets(topicPartitions(stored.keySet())).forEach((partition, end) -> {
            long next = stored.getOrDefault(partition.partition(), 0L);
            if (next > end) {
                throw new IllegalStateException("Partition " + partition.partition() + " of " + Topics.TRACKING
                        + " ends at offset " + end + " and is projected up to " + next
                        + ": another log, or one that lost records. Bring it back, or rebuild the tables from it with"
                        + " runstream.projection.replay=true");
            }
        });
    }

    /** Goes to the beginning of partitions whose next events were removed from the log before they were projected. */
    void skipRemoved(Set<TopicPartition> outOfRange) {
        consumer.beginningOffsets(outOfRange).forEach((partition, beginning) -> {
            int number = partition.partition();
            long next = offsets.getOrDefault(number, 0L);
            if (beginning <= next) {
                throw new IllegalStateException("Partition " + number + " was cut off before offset " + next);
            }
            LOG.atWarn()
                    .addKeyValue("partition", number)
                    .addKeyValue("offset", next)
                    .addKeyValue("beginning", beginning)
                    .log("Events were removed from the log before they were projected");
            store.commit(Changes.NONE, List.of(new OffsetMove(number, next, beginning)));
            offsets.put(number, beginning);
            consumer.seek(partition, beginning);
        });
    }

    private static Set<Integer> numbersOf(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    private static Set<TopicPartition> topicPartitions(Collection<Integer> partitions) {
        return partitions.stream()
                .map(partition -> new TopicPartition(Topics.TRACKING, partition))
                .collect(Collectors.toSet());
    }
}
