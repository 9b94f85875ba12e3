package io.runstream.query.projection;

import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.EventNotApplicable;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.ServiceMessage;
import io.runstream.kit.log.Topics;
import io.runstream.query.projection.fold.Outcome;
import io.runstream.query.projection.fold.Outcome.Applied;
import io.runstream.query.projection.fold.Outcome.DeadLettered;
import io.runstream.query.projection.fold.Outcome.Refused;
import io.runstream.query.projection.fold.Outcome.Unknown;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Tells whoever sent a command what became of it, if it may still wait. Nothing is done about a reply that gets lost: the
 * sender's wait is bounded.
 */
final class ReplyLog {
    /** A deadline is by the sender's clock, and clocks may be wrong: only what is surely past it is left unanswered. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final Announcements announcements;
    private final InstantSource clock;

    ReplyLog(Announcements announcements, InstantSource clock) {
        this.announcements = announcements;
        this.clock = clock;
    }

    /** To be called once the outcome is committed. */
    void send(ConsumerRecord<byte[], byte[]> command, Outcome outcome) {
        addressOf(command)
                .filter(this::isAwaited)
                .ifPresent(address -> replyOf(outcome).ifPresent(reply -> send(reply, address)));
    }

    private void send(Reply reply, ReplyAddress address) {
        byte[] value = ServiceMessage.newBuilder()
                .setReply(reply.toBuilder().setCorrelationId(address.correlationId()))
                .build()
                .toByteArray();
        announcements.send(new ProducerRecord<>(Topics.REPLIES, address.replyKey(), value));
    }

    private static Optional<ReplyAddress> addressOf(ConsumerRecord<byte[], byte[]> command) {
        Header header = command.headers().lastHeader(ReplyAddress.HEADER);
        return header == null ? Optional.empty() : ReplyAddress.parse(header.value());
    }

    private boolean isAwaited(ReplyAddress address) {
        return address.deadline() >= clock.millis() - CLOCKS_APART.toMillis();
    }

    private static Optional<Reply> replyOf(Outcome outcome) {
        return switch (outcome) {
            case Applied(var reply) -> Optional.of(reply);
            case Refused(var rejection) ->
                Optional.of(Reply.newBuilder().setRejection(rejection).build());
            case Unknown(var reason) -> Optional.empty();
            case DeadLettered(var reason) -> Optional.of(notApplicable(reason));
        };
    }

    private static Reply notApplicable(String reason) {
        return Reply.newBuilder()
                .setRejection(Rejection.newBuilder()
                        .setEventNotApplicable(EventNotApplicable.newBuilder().setReason(reason)))
                .build();
    }
}
