package io.runstream.ingest.log;

import io.runstream.ingest.IngestConfig;
import io.runstream.kit.log.TopicProvisioner;
import io.runstream.kit.log.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The two producers: facts come in crowds and gain from waiting a millisecond for company, commands don't. */
@ApplicationScoped
class Producers {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_BLOCK = Duration.ofMillis(5);
    private static final Duration METADATA_TIMEOUT = Duration.ofSeconds(30);

    private final Producer<byte[], byte[]> facts;
    private final Producer<byte[], byte[]> commands;

    @Inject
    Producers(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IngestConfig config,
            TopicProvisioner topics) {
        topics.ensureTopics();
        this.facts = create(kafka, config, 1);
        this.commands = create(kafka, config, 0);
        awaitMetadata(facts, Topics.TRACKING);
        awaitMetadata(facts, Topics.REPLIES);
        awaitMetadata(commands, Topics.TRACKING);
    }

    Producer<byte[], byte[]> facts() {
        return facts;
    }

    Producer<byte[], byte[]> commands() {
        return commands;
    }

    @PreDestroy
    void close() {
        facts.close(CLOSE_TIMEOUT);
        commands.close(CLOSE_TIMEOUT);
    }

    private static Producer<byte[], byte[]> create(Map<String, Object> kafka, IngestConfig config, int lingerMillis) {
        Map<String, Object> settings = new HashMap<>(kafka);
        int ackTimeout = Math.toIntExact(config.ackTimeout().toMillis());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ackTimeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ackTimeout / 2);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, ProducerBuffer.bytes(config));
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_EVENT);
        // send() is called on the event loop: it gets no time to wait for room in the buffer. The topic's metadata is
        // fetched at the start, and not forgotten when nothing is sent for a while.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis());
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(7).toMillis());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void awaitMetadata(Producer<byte[], byte[]> producer, String topic) {
        long deadline = System.nanoTime() + METADATA_TIMEOUT.toNanos();
        while (true) {
            try {
                producer.partitionsFor(topic);
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }
}
