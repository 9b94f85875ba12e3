package io.runstream.ingest.access;

import com.google.protobuf.ByteString;
import io.runstream.access.Outcome;
import io.runstream.access.v1.AccessEvent;
import io.runstream.error.AccessErrors;
import io.runstream.ingest.IngestConfig;
import io.runstream.kit.access.directory.LiveDirectory;
import io.runstream.kit.http.EventLoops;
import io.runstream.kit.log.TopicProvisioner;
import io.runstream.kit.log.Topics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends to the access topic, and reads there what has become of it. */
@ApplicationScoped
class KafkaAccessWriter implements AccessWriter {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaAccessWriter.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final LiveDirectory directory;
    private final Clock clock;

    /** Blocks until the topic is there. */
    @Inject
    KafkaAccessWriter(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IngestConfig config,
            TopicProvisioner topics,
            LiveDirectory directory,
            Clock clock) {
        topics.ensureTopics();
        this.producer = create(kafka, config);
        this.directory = directory;
        this.clock = clock;
    }

    private static Producer<byte[], byte[]> create(Map<String, Object> kafka, IngestConfig config) {
        Map<String, Object> settings = new HashMap<>(kafka);
        int ackTimeout = Math.toIntExact(config.ackTimeout().toMillis());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ackTimeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ackTimeout / 2);
        // Few records, small ones.
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1024 * 1024);
        // Called on the event loop; the metadata is fetched here and kept.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(7).toMillis());
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.partitionsFor(Topics.ACCESS);
        return producer;
    }

    @Override
    public Uni<Outcome> write(String principal, AccessEvent.Builder event) {
        return Uni.createFrom().deferred(() -> {
            ByteString requestId = randomId();
            AccessEvent stamped = event.setPrincipal(principal)
                    .setAcceptedAt(clock.millis())
                    .setRequestId(requestId)
                    .build();
            Uni<Outcome> outcome = directory.outcomeOf(requestId);
            return append(stamped).emitOn(EventLoops.current()).chain(() -> outcome);
        });
    }

    private Uni<Void> append(AccessEvent event) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.ACCESS, 0, null, event.toByteArray());
        return Uni.createFrom()
                .emitter(emitter -> producer.send(record, (metadata, failure) -> {
                    if (failure == null) {
                        emitter.complete(null);
                    } else {
                        LOG.atWarn()
                                .setCause(failure)
                                .addKeyValue("topic", Topics.ACCESS)
                                .log("The log did not take an event");
                        emitter.fail(AccessErrors.directoryUnavailable());
                    }
                }));
    }

    private static ByteString randomId() {
        UUID id = UUID.randomUUID();
        return ByteString.copyFrom(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    @PreDestroy
    void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
