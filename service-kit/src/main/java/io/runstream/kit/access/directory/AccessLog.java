package io.runstream.kit.access.directory;

import io.runstream.kit.log.Coalescer;
import io.runstream.kit.log.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The ways to the access topic's one partition. */
final class AccessLog implements AutoCloseable {
    static final TopicPartition PARTITION = new TopicPartition(Topics.ACCESS, 0);

    private final Map<String, Object> kafka;
    private final Admin admin;
    private final Coalescer<Long> end;

    /** @param patience how long the log may take to say where it ends */
    AccessLog(Map<String, Object> kafka, Duration patience) {
        this.kafka = kafka;
        int timeoutMs = Math.toIntExact(patience.toMillis());
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "runstream-access");
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, timeoutMs);
        this.admin = Admin.create(settings);
        this.end = new Coalescer<>(() -> askForEnd(timeoutMs));
    }

    /** The offset that the next record will get; what was acknowledged before the call lies before it. */
    CompletionStage<Long> end() {
        return end.ask();
    }

    private CompletionStage<Long> askForEnd(int timeoutMs) {
        return admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()), new ListOffsetsOptions().timeoutMs(timeoutMs))
                .partitionResult(PARTITION)
                .toCompletionStage()
                .thenApply(ListOffsetsResultInfo::offset);
    }

    /** Reads from the beginning. For one thread. */
    Consumer<byte[], byte[]> reader() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        return consumer;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
