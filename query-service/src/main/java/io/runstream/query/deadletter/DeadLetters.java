package io.runstream.query.deadletter;

import io.runstream.kit.log.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topic {@value Topics#DEAD_LETTER}, up to where it ends when it is asked. Blocks. */
final class DeadLetters {
    private static final Duration POLL = Duration.ofMillis(500);

    /** Remembers in Kafka what was sent again, by whichever call. */
    private static final String GROUP = "runstream-dead-letters";

    private final Map<String, Object> connection;
    private final String deadLetters;
    private final String tracking;

    /** @param connection brokers and credentials, as Kafka's clients take them */
    DeadLetters(Map<String, Object> connection) {
        this(connection, Topics.DEAD_LETTER, Topics.TRACKING);
    }

    DeadLetters(Map<String, Object> connection, String deadLetters, String tracking) {
        this.connection = connection;
        this.deadLetters = deadLetters;
        this.tracking = tracking;
    }

    /** Tells of each, whether or not it was sent again. */
    void list(Consumer<DeadLetter> listener) {
        try (KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer = consumer()) {
            List<TopicPartition> partitions = assign(consumer);
            consumer.seekToBeginning(partitions);
            read(consumer, listener);
        }
    }

    /**
     * Puts those at the end of the log that no earlier call has put there, each as a new event that nobody waits for. What
     * still can't be applied becomes a dead letter again. After a crash some are put there twice.
     *
     * @return how many
     */
    int sendAgain() {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer = consumer();
                KafkaProducer<byte @Nullable [], byte[]> producer = producer()) {
            assign(consumer);
            read(consumer, letter -> {
                byte[] value = letter.value();
                if (value != null) {
                    sent.add(producer.send(new ProducerRecord<>(tracking, letter.key(), value)));
                }
            });
            producer.flush();
            sent.forEach(DeadLetters::requireSent);
            consumer.commitSync();
        }
        return sent.size();
    }

    /** After the producer's flush all have ended, well or not. */
    private static void requireSent(Future<RecordMetadata> sent) {
        if (sent.state() != Future.State.SUCCESS) {
            throw new IllegalStateException("Kafka did not take an event; try again", sent.exceptionNow());
        }
    }

    private List<TopicPartition> assign(KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(deadLetters).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    private static void read(
            KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer, Consumer<DeadLetter> listener) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> listener.accept(DeadLetter.of(record)));
        }
    }

    private KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte @Nullable [], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
