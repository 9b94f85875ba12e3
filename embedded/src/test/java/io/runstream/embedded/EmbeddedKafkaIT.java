package io.runstream.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final TopicPartition PARTITION = new TopicPartition("facts", 0);

    @TempDir
    Path folder;

    @Test
    void recordsAreThereAfterARestartOnTheSameFolderAndAnotherPort() throws Exception {
        // Given
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, KafkaSettings.defaults())) {
            createTopic(kafka);
            produce(kafka, "first");
        }
        // When
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, KafkaSettings.defaults())) {
            produce(kafka, "second");
            // Then
            assertThat(consume(kafka, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void flushesEachAppendWhenAsked() throws Exception {
        // Given
        KafkaSettings settings = KafkaSettings.defaults().withFlushEachAppend(true);
        // When
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, settings)) {
            createTopic(kafka);
            produce(kafka, "first");
            // Then
            assertThat(consume(kafka, 1)).containsExactly("first");
        }
    }

    @Test
    void refusesAPortInUseWithAPlainSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            // Given
            KafkaSettings settings = KafkaSettings.defaults().withPort(other.getLocalPort());
            // When, then
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, settings))
                    .isInstanceOf(BackendException.class)
                    .hasMessage(
                            "Port %d on 127.0.0.1, meant for Kafka, is in use: stop what listens there or choose another port.",
                            other.getLocalPort());
        }
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        // Given
        Path file = Files.createFile(folder.resolve("file"));
        // When, then
        assertThatThrownBy(() -> EmbeddedKafka.start(file, KafkaSettings.defaults()))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("Kafka's folder " + file + " can't be written");
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void produce(EmbeddedKafka kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get();
        }
    }

    private static List<String> consume(EmbeddedKafka kafka, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            while (values.size() < count) {
                consumer.poll(Duration.ofSeconds(10)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
