package io.runstream.ingest.log;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.runtime.Startup;
import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.ServiceMessage;
import io.runstream.ingest.flow.FlowWindow;
import io.runstream.kit.log.TopicProvisioner;
import io.runstream.kit.log.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what services tell each other: verdicts, for this instance and for others, progress, and what other instances have
 * created. One thread, from the topic's end at start.
 */
@Startup
@ApplicationScoped
class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final UUID instance = UUID.randomUUID();
    private final byte[] replyKey = ReplyAddress.replyKey(instance);
    private final PendingCommands pending;
    private final FlowWindow flow;
    private final Overheard overheard;
    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean closed;

    @Inject
    Replies(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicProvisioner topics,
            PendingCommands pending,
            FlowWindow flow,
            Overheard overheard) {
        this.pending = pending;
        this.overheard = overheard;
        this.flow = flow;
        topics.ensureTopics();
        this.consumer = create(kafka);
        TopicPartition partition = new TopicPartition(Topics.REPLIES, 0);
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        // Seeking is lazy: without this, a verdict that comes before the first poll would be missed.
        consumer.position(partition);
        this.thread = Thread.ofPlatform().name("runstream-replies").start(this::run);
    }

    /** Where this instance's verdicts go. */
    UUID instance() {
        return instance;
    }

    /** Whether verdicts are still read, or tried to be. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** Whether any broker is connected: while all is well one always is, since this one never stops asking. */
    boolean isConnected() {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("connection-count"))
                .anyMatch(metric -> ((Number) metric.metricValue()).doubleValue() > 0);
    }

    private static Consumer<byte[], byte[]> create(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void run() {
        while (!closed) {
            try {
                consumer.poll(POLL).forEach(this::accept);
                flow.tick();
            } catch (WakeupException e) {
                // Only close() wakes it up; the loop's condition has the rest.
                LOG.debug("Woken up");
            } catch (KafkaException e) {
                LOG.atWarn().setCause(e).log("Replies can't be read now");
            }
        }
        consumer.close();
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        try {
            ServiceMessage message = ServiceMessage.parseFrom(record.value());
            if (key == null || Arrays.equals(key, replyKey)) {
                accept(message);
            } else if (message.hasReply()) {
                overheard.verdict(message.getReply());
            }
        } catch (InvalidProtocolBufferException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .log("Not a message between services");
        }
    }

    private void accept(ServiceMessage message) {
        switch (message.getMessageCase()) {
            case REPLY -> accept(message.getReply());
            case PROGRESS ->
                flow.projected(
                        message.getProgress().getPartition(),
                        message.getProgress().getNextOffset());
            case CREATED -> overheard.created(message.getCreated());
            case MESSAGE_NOT_SET -> LOG.debug("A message of a kind that is not known here");
        }
    }

    private void accept(Reply reply) {
        pending.complete(reply);
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        consumer.wakeup();
        thread.join(CLOSE_TIMEOUT.toMillis());
    }
}
