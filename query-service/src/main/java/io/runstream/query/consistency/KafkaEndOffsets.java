package io.runstream.query.consistency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.runstream.kit.log.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * End offsets by Kafka's admin client. The number of partitions is asked for once: a topic whose keys must keep their
 * order never gets more.
 */
@Singleton
final class KafkaEndOffsets implements EndOffsets {
    private final Admin admin;
    private final String topic;
    private final int timeoutMs;
    private volatile Map<TopicPartition, OffsetSpec> question = Map.of();

    @Inject
    KafkaEndOffsets(@Identifier("default-kafka-broker") Map<String, Object> kafka, ReadConfig config) {
        this(kafka, Topics.TRACKING, config);
    }

    KafkaEndOffsets(Map<String, Object> kafka, String topic, ReadConfig config) {
        this.topic = topic;
        this.timeoutMs = Math.toIntExact(config.logTimeout().toMillis());
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "runstream-read-barrier");
        // A broker that was away must not be avoided for long after it came back.
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, timeoutMs);
        this.admin = Admin.create(settings);
    }

    /** Connects before the first read needs it. */
    void connect(@Observes StartupEvent started) {
        latest();
    }

    void stop(@Observes ShutdownEvent stopping) {
        close();
    }

    void close() {
        admin.close(Duration.ZERO);
    }

    @Override
    public CompletionStage<long[]> latest() {
        Map<TopicPartition, OffsetSpec> known = question;
        CompletionStage<long[]> ends = known.isEmpty() ? partitions().thenCompose(this::list) : list(known);
        // The admin client keeps to its own timeout only while it is connected.
        return ends.toCompletableFuture().orTimeout(timeoutMs, TimeUnit.MILLISECONDS);
    }

    private CompletionStage<Map<TopicPartition, OffsetSpec>> partitions() {
        return admin.describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(timeoutMs))
                .allTopicNames()
                .toCompletionStage()
                .thenApply(topics -> question = latestOf(
                        Objects.requireNonNull(topics.get(topic)).partitions().size()));
    }

    private Map<TopicPartition, OffsetSpec> latestOf(int count) {
        Map<TopicPartition, OffsetSpec> question = HashMap.newHashMap(count);
        for (int partition = 0; partition < count; partition++) {
            question.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        return Map.copyOf(question);
    }

    private CompletionStage<long[]> list(Map<TopicPartition, OffsetSpec> latest) {
        ListOffsetsResult result = admin.listOffsets(latest, new ListOffsetsOptions().timeoutMs(timeoutMs));
        CompletableFuture<?>[] answers = IntStream.range(0, latest.size())
                .mapToObj(partition -> answer(result, partition))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(answers)
                .thenApply(done -> IntStream.range(0, answers.length)
                        .mapToLong(partition -> (Long) answers[partition].join())
                        .toArray());
    }

    private CompletableFuture<Long> answer(ListOffsetsResult result, int partition) {
        return result.partitionResult(new TopicPartition(topic, partition))
                .toCompletionStage()
                .thenApply(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .toCompletableFuture();
    }
}
