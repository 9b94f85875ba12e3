package io.runstream.transfer.log;

import io.runstream.event.v1.DataLogged;
import io.runstream.event.v1.EnsureDefaultExperiment;
import io.runstream.event.v1.TrackingEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.awaitility.Awaitility;

/** A broker's topics, as tests write and read them. */
final class TestLog {
    private static final int RUNS = 37;
    private static final long FIRST_TIMESTAMP = 1_600_000_000_000L;

    private final KafkaClients clients;

    TestLog(String bootstrapServers) {
        this.clients = new KafkaClients(bootstrapServers, Map.of());
    }

    KafkaClients clients() {
        return clients;
    }

    void recreate(String topic, int partitions) {
        delete(topic);
        admin(admin -> admin.createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
                .all());
    }

    void delete(String topic) {
        if (names().contains(topic)) {
            admin(admin -> admin.deleteTopics(List.of(topic)).all());
            Awaitility.await().until(() -> !names().contains(topic));
        }
    }

    private Set<String> names() {
        return admin(admin -> admin.listTopics().names());
    }

    void deleteUpTo(String topic, Map<Integer, Long> offsets) {
        admin(admin -> admin.deleteRecords(offsets.entrySet().stream()
                        .collect(Collectors.toMap(
                                offset -> new TopicPartition(topic, offset.getKey()),
                                offset -> RecordsToDelete.beforeOffset(offset.getValue()))))
                .all());
    }

    void limit(String topic, int maxMessageBytes) {
        ConfigEntry limit = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(maxMessageBytes));
        admin(admin -> admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                .all());
    }

    /** That many events of {@value #RUNS} runs in turn, with headers that are nobody's business later. */
    void writeRunEvents(int count) {
        try (Producer<byte[], byte[]> producer = clients.producer()) {
            for (int i = 0; i < count; i++) {
                String run = String.format("%032x", i % RUNS);
                TrackingEvent event = TrackingEvent.newBuilder()
                        .setAcceptedAt(i)
                        .setDataLogged(DataLogged.newBuilder().setRunId(run))
                        .build();
                ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(
                        TransferTopics.TRACKING, null, FIRST_TIMESTAMP + i, bytes(run), event.toByteArray());
                sent.headers().add("runstream-reply-to", new byte[32]).add("traceparent", new byte[55]);
                producer.send(sent);
            }
            producer.flush();
        }
    }

    void writeEnsureDefault() {
        TrackingEvent event = TrackingEvent.newBuilder()
                .setEnsureDefaultExperiment(EnsureDefaultExperiment.getDefaultInstance())
                .build();
        write(TransferTopics.TRACKING, "experiments", event.toByteArray());
    }

    void write(String topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic, bytes(key), value));
    }

    /** As events about users are written: their topic has one partition, whose order decides. */
    void writeWithoutKey(String topic, byte[] value) {
        send(new ProducerRecord<>(topic, value));
    }

    void writeMarked(ImportMark mark, String key) {
        ProducerRecord<byte[], byte[]> marked =
                new ProducerRecord<>(TransferTopics.TRACKING, bytes(key), new byte[] {1});
        marked.headers().add(ImportMark.HEADER, mark.toBytes());
        send(marked);
    }

    private void send(ProducerRecord<byte[], byte[]> sent) {
        try (Producer<byte[], byte[]> producer = clients.producer()) {
            producer.send(sent);
            producer.flush();
        }
    }

    /** The values under each key, in hex, in their order. */
    Map<String, List<String>> valuesByKey() {
        Map<String, List<String>> values = new TreeMap<>();
        forEach(read -> values.computeIfAbsent(text(read.key()), absent -> new ArrayList<>())
                .add(HexFormat.of().formatHex(read.value())));
        return values;
    }

    Set<Long> timestamps() {
        Set<Long> timestamps = new TreeSet<>();
        forEach(read -> timestamps.add(read.timestamp()));
        return timestamps;
    }

    Set<String> headerNames() {
        Set<String> names = new TreeSet<>();
        forEach(read -> read.headers().forEach(header -> names.add(header.key())));
        return names;
    }

    private void forEach(TopicReader.RecordSink sink) {
        try (TopicReader reader = new TopicReader(clients)) {
            for (TopicReader.Extent extent : reader.extents(TransferTopics.TRACKING)) {
                reader.read(extent.partition(), extent.beginning(), extent.end(), sink);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private <T> T admin(AdminCall<T> call) {
        try (Admin admin = clients.admin()) {
            return call.run(admin).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface AdminCall<T> {
        KafkaFuture<T> run(Admin admin);
    }
}
