package io.runstream.kit.access.directory;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.runstream.access.AccessDirectory;
import io.runstream.access.Outcome;
import io.runstream.access.v1.AccessEvent;
import io.runstream.error.AccessErrors;
import io.runstream.kit.http.EventLoops;
import io.runstream.kit.log.TopicProvisioner;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the access topic on a thread of its own, from the beginning and for as long as the process lives. */
@ApplicationScoped
class KafkaDirectory implements LiveDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaDirectory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final AccessDirectory directory = new AccessDirectory();
    private final FoldProgress progress = new FoldProgress(PATIENCE);
    private final AwaitedOutcomes outcomes = new AwaitedOutcomes(PATIENCE);
    private final AccessLog log;
    private final Consumer<byte[], byte[]> consumer;
    private final long endAtStart;
    private final Thread thread;
    private volatile boolean caughtUp;
    private volatile boolean closed;

    /** Blocks until the topic is there. */
    @Inject
    KafkaDirectory(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicProvisioner topics) {
        topics.ensureTopics();
        this.log = new AccessLog(kafka, PATIENCE);
        this.consumer = log.reader();
        this.endAtStart = consumer.endOffsets(consumer.assignment()).getOrDefault(AccessLog.PARTITION, 0L);
        this.thread = Thread.ofPlatform().name("runstream-access").start(this::run);
    }

    @Override
    public AccessDirectory directory() {
        return directory;
    }

    @Override
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public Uni<Void> upToDate() {
        return later(() -> log.end().thenCompose(progress::await));
    }

    @Override
    public Uni<Outcome> outcomeOf(ByteString requestId) {
        CompletionStage<Outcome> outcome = outcomes.await(requestId);
        return later(() -> outcome);
    }

    private static <T> Uni<T> later(Supplier<CompletionStage<T>> stage) {
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().completionStage(stage).emitOn(EventLoops.current()))
                .onFailure()
                .transform(failure -> {
                    LOG.atWarn().setCause(failure).log("The access topic can't be read to its end now");
                    return AccessErrors.directoryUnavailable();
                });
    }

    private void run() {
        while (!closed) {
            try {
                consumer.poll(POLL).forEach(this::accept);
                long next = consumer.position(AccessLog.PARTITION);
                progress.reached(next);
                caughtUp = caughtUp || next >= endAtStart;
            } catch (WakeupException e) {
                // Only close() wakes it up; the loop's condition has the rest.
                LOG.debug("Woken up");
            } catch (KafkaException e) {
                LOG.atWarn().setCause(e).log("The access topic can't be read now");
            }
        }
        consumer.close();
    }

    private void accept(ConsumerRecord<byte[], byte @Nullable []> record) {
        if (record.value() == null) {
            return;
        }
        try {
            AccessEvent event = AccessEvent.parseFrom(record.value());
            outcomes.tell(event.getRequestId(), directory.apply(event));
        } catch (InvalidProtocolBufferException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("offset", record.offset())
                    .log("Not an access event");
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        consumer.wakeup();
        thread.join(PATIENCE.toMillis());
        log.close();
    }
}
