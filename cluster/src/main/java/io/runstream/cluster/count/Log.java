package io.runstream.cluster.count;

import io.runstream.cluster.ClusterException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How long the log's topics are. */
final class Log {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String bootstrapServers;

    Log(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The offset behind the last record of each partition; asked for again while brokers look for each other. */
    Map<Integer, Long> ends(String topic, Duration patience) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (true) {
                try {
                    return ends(admin, topic);
                } catch (ExecutionException e) {
                    if (System.nanoTime() - giveUpAt >= 0) {
                        throw new ClusterException("Kafka does not tell where " + topic + " ends: " + e.getCause(), e);
                    }
                    Thread.sleep(PAUSE);
                }
            }
        }
    }

    private static Map<Integer, Long> ends(Admin admin, String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted =
                admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(topic, partition.partition()),
                                partition -> OffsetSpec.latest()));
        Map<Integer, Long> ends = new TreeMap<>();
        admin.listOffsets(wanted)
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }
}
