package io.runstream.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.Reply;
import io.runstream.query.projection.fold.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ReplyLogTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final MockProducer<byte[], byte[]> sent =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ReplyLog replies = new ReplyLog(new Announcements(sent), InstantSource.fixed(NOW));

    @Test
    void aSenderWhoseClockIsMinutesBehindIsAnswered() {
        replies.send(commandDueAt(NOW.minus(Duration.ofMinutes(10))), new Outcome.Applied(Reply.getDefaultInstance()));
        assertThat(sent.history()).hasSize(1);
    }

    @Test
    void nobodyWaitsForWhatWasDueHoursAgo() {
        replies.send(commandDueAt(NOW.minus(Duration.ofHours(2))), new Outcome.Applied(Reply.getDefaultInstance()));
        assertThat(sent.history()).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> commandDueAt(Instant deadline) {
        ConsumerRecord<byte[], byte[]> command =
                new ConsumerRecord<>("runstream.tracking", 0, 0, new byte[0], new byte[0]);
        ReplyAddress address = new ReplyAddress(UUID.randomUUID(), 1, deadline.toEpochMilli());
        command.headers().add(ReplyAddress.HEADER, address.toBytes());
        return command;
    }
}
