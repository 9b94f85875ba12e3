package io.runstream.transfer.log;

import io.runstream.transfer.TransferException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from one offset to another, one after the other. For one thread. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final KafkaClients kafka;
    private final Consumer<byte[], byte[]> consumer;

    TopicReader(KafkaClients kafka) {
        this.kafka = kafka;
        this.consumer = kafka.consumer();
    }

    /** What of a partition is there: offsets from {@code beginning} to before {@code end}. */
    record Extent(TopicPartition partition, long beginning, long end) {}

    interface RecordSink {
        void accept(ConsumerRecord<byte[], byte[]> record);
    }

    /** Those of the topic, by number; none if there is no such topic. */
    List<Extent> extents(String topic) {
        try {
            if (!consumer.listTopics().containsKey(topic)) {
                return List.of();
            }
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return partitions.stream()
                    .map(partition -> new Extent(partition, offset(beginnings, partition), offset(ends, partition)))
                    .sorted((one, other) -> Integer.compare(
                            one.partition().partition(), other.partition().partition()))
                    .toList();
        } catch (KafkaException e) {
            throw kafka.failure("can't be read", e);
        }
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        Long offset = offsets.get(partition);
        if (offset == null) {
            throw new IllegalStateException("No offset of " + partition);
        }
        return offset;
    }

    /** Calls for each record from {@code from} to before {@code to}, in their order. */
    void read(TopicPartition partition, long from, long to, RecordSink sink) {
        if (from >= to) {
            return;
        }
        try {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            long giveUpAt = System.nanoTime() + PATIENCE;
            long position = from;
            while (position < to) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < to) {
                        sink.accept(record);
                    }
                }
                if (consumer.position(partition) > position) {
                    position = consumer.position(partition);
                    giveUpAt = System.nanoTime() + PATIENCE;
                } else if (System.nanoTime() - giveUpAt > 0) {
                    throw TransferException.failed("Kafka at " + kafka.bootstrapServers() + " sends nothing any more.");
                }
            }
        } catch (KafkaException e) {
            throw kafka.failure("can't be read", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
