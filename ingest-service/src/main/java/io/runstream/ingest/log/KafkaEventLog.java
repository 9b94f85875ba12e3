package io.runstream.ingest.log;

import io.opentelemetry.api.trace.Tracer;
import io.runstream.error.ApiException;
import io.runstream.error.RequestErrors;
import io.runstream.error.ServiceErrors;
import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.ingest.IngestConfig;
import io.runstream.ingest.flow.FlowWindow;
import io.runstream.kit.log.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log is the Kafka topic {@value Topics#TRACKING}. */
@ApplicationScoped
class KafkaEventLog implements EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventLog.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Producers producers;
    private final Replies replies;
    private final PendingCommands pending;
    private final FlowWindow flow;
    private final IngestConfig config;
    private final Clock clock;
    private final Tracer tracer;

    @Inject
    KafkaEventLog(
            Producers producers,
            Replies replies,
            PendingCommands pending,
            FlowWindow flow,
            IngestConfig config,
            Clock clock,
            Tracer tracer) {
        this.producers = producers;
        this.replies = replies;
        this.pending = pending;
        this.flow = flow;
        this.config = config;
        this.clock = clock;
        this.tracer = tracer;
    }

    @Override
    public Uni<Void> append(byte[] key, TrackingEvent event) {
        byte[] value = event.toByteArray();
        Publication publication = Publication.begin(tracer);
        return publication.over(flow.enter(value.length).chain(ticket -> {
            ProducerRecord<byte[], byte[]> fact = new ProducerRecord<>(Topics.TRACKING, key, value);
            publication.stamp(fact);
            return send(fact, ticket);
        }));
    }

    private Uni<Void> send(ProducerRecord<byte[], byte[]> fact, FlowWindow.Ticket ticket) {
        return Uni.createFrom()
                .emitter(emitter -> producers.facts().send(fact, (metadata, failure) -> {
                    settle(ticket, metadata, failure);
                    complete(emitter, failure);
                }));
    }

    @Override
    public Uni<Reply> ask(byte[] key, TrackingEvent event) {
        byte[] value = event.toByteArray();
        Publication publication = Publication.begin(tracer);
        return publication.over(flow.enter(value.length).chain(ticket -> ask(key, value, ticket, publication)));
    }

    private Uni<Reply> ask(byte[] key, byte[] value, FlowWindow.Ticket ticket, Publication publication) {
        PendingCommands.Pending command;
        try {
            command = pending.open();
        } catch (ApiException full) {
            ticket.failed();
            throw full;
        }
        ProducerRecord<byte[], byte[]> record = commandRecord(key, value, command.correlationId());
        publication.stamp(record);
        producers.commands().send(record, (metadata, failure) -> {
            settle(ticket, metadata, failure);
            if (failure != null) {
                pending.fail(command.correlationId(), refusal(failure));
            }
        });
        return command.verdict();
    }

    private ProducerRecord<byte[], byte[]> commandRecord(byte[] key, byte[] value, long correlationId) {
        long deadline = clock.millis() + config.verdictTimeout().toMillis();
        ReplyAddress address = new ReplyAddress(replies.instance(), correlationId, deadline);
        List<Header> headers = List.of(new RecordHeader(ReplyAddress.HEADER, address.toBytes()));
        return new ProducerRecord<>(Topics.TRACKING, null, key, value, headers);
    }

    private static void settle(
            FlowWindow.Ticket ticket, @Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null && metadata != null) {
            ticket.acknowledged(metadata.partition(), metadata.offset());
        } else {
            ticket.failed();
        }
    }

    private static void complete(UniEmitter<? super Void> emitter, @Nullable Exception failure) {
        if (failure == null) {
            emitter.complete(null);
        } else {
            emitter.fail(refusal(failure));
        }
    }

    private static RuntimeException refusal(Exception failure) {
        if (failure instanceof BufferExhaustedException) {
            return ServiceErrors.overloaded(RETRY_AFTER);
        }
        if (failure instanceof RecordTooLargeException) {
            return RequestErrors.tooLargeForTheLog();
        }
        LOG.atWarn().setCause(failure).addKeyValue("topic", Topics.TRACKING).log("The log did not take an event");
        return ServiceErrors.logUnavailable();
    }
}
