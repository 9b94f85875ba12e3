package io.runstream.query.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.testkit.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersIT {
    private final TestKafka kafka = TestKafka.shared();
    private final Map<String, Object> connection = Map.of("bootstrap.servers", kafka.bootstrapServers());
    private final String deadLetters = kafka.createTopic("dead-letter", 1);
    private final String tracking = kafka.createTopic("tracking", 1);
    private final DeadLetters letters = new DeadLetters(connection, deadLetters, tracking);
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer());

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void listsWhereEachStandsAndWhyItCouldNotBeApplied() throws Exception {
        bury("run-1", "event", "17", "a kind of event\u001b[2J that this version does not know");

        List<String> lines = new ArrayList<>();
        letters.list(letter -> lines.add(letter.line()));

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .endsWith("Z  partition 3  offset 17  run-1  a kind of event?[2J that this version does not know");
    }

    @Test
    void sendsEachAgainOnceAsItWas() throws Exception {
        bury("run-1", "first", "17", "unknown");
        bury("run-2", "second", "18", "unknown");

        assertThat(letters.sendAgain()).isEqualTo(2);
        bury("run-3", "third", "19", "unknown");
        assertThat(letters.sendAgain()).isEqualTo(1);
        assertThat(letters.sendAgain()).isZero();

        assertThat(tracked()).extracting(record -> text(record.key())).containsExactly("run-1", "run-2", "run-3");
        assertThat(tracked()).extracting(record -> text(record.value())).containsExactly("first", "second", "third");
        assertThat(tracked()).allSatisfy(record -> assertThat(record.headers()).isEmpty());
    }

    private void bury(String key, String value, String offset, String reason) throws Exception {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(deadLetters, bytes(key), bytes(value));
        letter.headers()
                .add("reason", bytes(reason))
                .add("partition", bytes("3"))
                .add("offset", bytes(offset));
        producer.send(letter).get();
    }

    private List<ConsumerRecord<byte[], byte[]>> tracked() {
        TopicPartition partition = new TopicPartition(tracking, 0);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition)
                    < consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L)) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
