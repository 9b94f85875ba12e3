package io.runstream.query.audit;

import io.runstream.error.ServiceErrors;
import io.runstream.kit.log.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads both topics, a few records at a time, from where they were at that time. */
@Singleton
final class KafkaAuditLog implements AuditLog {
    /** By how much the clocks of ingest replicas, and so the times in a partition, may be out of order. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int FETCH_BYTES = 1 << 20;

    private final Map<String, Object> settings;

    @Inject
    KafkaAuditLog(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "runstream-audit");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    }

    @Override
    public void read(AuditRequest request, Sink sink) throws IOException {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> ends =
                    offsets(consumer, partitions, request.to().plus(SLACK));
            consumer.assign(partitions);
            offsets(consumer, partitions, request.from().minus(SLACK)).forEach(consumer::seek);
            read(consumer, ends, request, sink);
        } catch (KafkaException e) {
            throw ServiceErrors.unreachable("log");
        }
    }

    private static void read(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, AuditRequest request, Sink sink)
            throws IOException {
        while (pauseRead(consumer, ends)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                AuditEntry entry = AuditDecoder.decode(record);
                if (entry != null && request.wants(entry)) {
                    sink.accept(entry);
                }
            }
        }
    }

    /** @return whether there is more to read */
    private static boolean pauseRead(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<TopicPartition> read = ends.entrySet().stream()
                .filter(end -> consumer.position(end.getKey()) >= end.getValue())
                .map(Map.Entry::getKey)
                .toList();
        consumer.pause(read);
        return read.size() < ends.size();
    }

    /** The topic of permissions is there once authentication has been on. */
    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        Map<String, List<PartitionInfo>> topics = consumer.listTopics();
        return Stream.of(Topics.TRACKING, Topics.ACCESS)
                .flatMap(topic -> topics.getOrDefault(topic, List.of()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Of the first record of that time or later; where the partition ends if there is none. */
    private static Map<TopicPartition, Long> offsets(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant time) {
        long millis = Math.max(0, time.toEpochMilli());
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> millis)));
        Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
        found.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }
}
