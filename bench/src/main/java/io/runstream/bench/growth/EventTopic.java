package io.runstream.bench.growth;

import io.runstream.event.EventKeys;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.RunId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts events into the topic as ingest does, past the REST API: a million runs by REST would take an hour. */
final class EventTopic implements AutoCloseable {
    private static final String TRACKING = "runstream.tracking";
    private static final String LINGER_MILLIS = "20";

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    EventTopic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        LINGER_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Blocks while the producer's buffer is full. */
    void send(RunId run, TrackingEvent event) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TRACKING, EventKeys.ofRun(run), event.toByteArray());
        producer.send(record, (metadata, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    /**
     * Returns when the broker has everything.
     *
     * @throws IllegalStateException if it refused anything
     */
    void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("An event was not taken", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
