package io.runstream.query.projection;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.runstream.event.EventKeys;
import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.ServiceMessage;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import io.runstream.testkit.TestKafka;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A broker with empty topics, a migrated empty database, and a projection between them. */
final class ProjectionFixture implements AutoCloseable {
    static final int PARTITIONS = 3;

    /** Its own: another test's application may still be projecting what is in the shared broker. */
    private final String group = "projection-" + UUID.randomUUID();

    private final TestKafka kafka = TestKafka.shared();
    private final ProjectionDatabase database = new ProjectionDatabase();
    private final Producer<byte[], byte[]> producer;
    private final List<ProjectionRunner> runners = new ArrayList<>();
    private final UUID instance = UUID.randomUUID();
    private long correlation;

    final ProjectionProgress progress = new ProjectionProgress();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    ProjectionFixture() {
        kafka.deleteAllTopics();
        kafka.createTopicNamed(Topics.TRACKING, PARTITIONS);
        kafka.createTopicNamed(Topics.REPLIES, 1);
        kafka.createTopicNamed(Topics.DEAD_LETTER, 1);
        producer = new KafkaProducer<>(connection(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    ProjectionDatabase database() {
        return database;
    }

    Map<String, Object> connection() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    /** Starts projecting with the defaults but for what is given. */
    ProjectionRunner project(Map<String, String> settings) {
        Map<String, String> inGroup = new HashMap<>(settings);
        inGroup.put("group", group);
        ProjectionConfig config = config(inGroup);
        ProjectionRunner runner = new ProjectionRunner(
                config,
                new ProjectionClients(connection(), config),
                database.pool(),
                progress,
                meters,
                OpenTelemetry.noop().getTracer("none"));
        runners.add(runner);
        runner.start();
        return runner;
    }

    static ProjectionConfig config(Map<String, String> settings) {
        Map<String, String> values = new HashMap<>();
        settings.forEach((key, value) -> values.put("runstream.projection." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ProjectionConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ProjectionConfig.class);
    }

    void publish(UUID run, TrackingEvent.Builder event) {
        producer.send(new ProducerRecord<>(
                Topics.TRACKING,
                Events.id(run).getBytes(StandardCharsets.US_ASCII),
                event.build().toByteArray()));
    }

    void publishRaw(byte[] key, byte[] value) {
        producer.send(new ProducerRecord<>(Topics.TRACKING, key, value));
    }

    void publish(TrackingEvent.Builder event) {
        producer.send(new ProducerRecord<>(
                Topics.TRACKING, EventKeys.ofExperiments(), event.build().toByteArray()));
    }

    /** Publishes a command on a run and waits for its verdict. */
    Reply ask(UUID run, TrackingEvent.Builder command) {
        return ask(Events.id(run).getBytes(StandardCharsets.US_ASCII), command);
    }

    /** Publishes a command on experiments and waits for its verdict. */
    Reply ask(TrackingEvent.Builder command) {
        return ask(EventKeys.ofExperiments(), command);
    }

    private Reply ask(byte[] key, TrackingEvent.Builder command) {
        long id = ++correlation;
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.TRACKING, key, command.build().toByteArray());
        ReplyAddress address = new ReplyAddress(instance, id, System.currentTimeMillis() + 20_000);
        record.headers().add(ReplyAddress.HEADER, address.toBytes());
        producer.send(record);
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> findReply(id), reply -> reply != null);
    }

    private @Nullable Reply findReply(long id) {
        for (ConsumerRecord<byte[], byte[]> record : records(Topics.REPLIES)) {
            ServiceMessage message = parse(record.value());
            if (message.hasReply() && message.getReply().getCorrelationId() == id) {
                return message.getReply();
            }
        }
        return null;
    }

    static ServiceMessage parse(byte[] value) {
        try {
            return ServiceMessage.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All records of a topic as of now. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        producer.flush();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(connection(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** Waits until all that was published is in Postgres. */
    void awaitProjected() {
        producer.flush();
        List<String> ends = endOffsets().entrySet().stream()
                .map(end -> end.getKey().partition() + "|" + end.getValue())
                .sorted()
                .toList();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> query("SELECT partition, next_offset FROM projection_offset ORDER BY 1"), ends::equals);
    }

    Map<TopicPartition, Long> endOffsets() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(connection(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(consumer.partitionsFor(Topics.TRACKING).stream()
                    .map(info -> new TopicPartition(Topics.TRACKING, info.partition()))
                    .toList());
        }
    }

    void deleteRecordsUpToEnd() {
        producer.flush();
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        endOffsets().forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
        try (Admin admin = Admin.create(connection())) {
            admin.deleteRecords(all)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    List<String> query(String sql) {
        return database.query(sql);
    }

    @Override
    public void close() {
        runners.forEach(ProjectionRunner::close);
        producer.close();
        database.close();
    }
}
