package io.runstream.transfer.log;

import com.google.protobuf.InvalidProtocolBufferException;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.TrackingEvent.EventCase;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Which of a target's own events are in an import's way. */
final class OwnEvents {
    /** Questions, and what every ingest-service writes when it starts. Whatever is not named here changes something. */
    private static final Set<EventCase> HARMLESS = EnumSet.of(
            EventCase.DESCRIBE_RUN,
            EventCase.DESCRIBE_EXPERIMENT,
            EventCase.DESCRIBE_LOGGED_MODEL,
            EventCase.ENSURE_DEFAULT_EXPERIMENT);

    private OwnEvents() {}

    /**
     * What a record changes that an import brings, too, if anything. Users and permissions that are there before stay: a
     * name's first user is the one that counts.
     */
    static Optional<String> change(ConsumerRecord<byte[], byte @Nullable []> record) {
        byte[] value = record.value();
        if (!record.topic().equals(TransferTopics.TRACKING) || value == null) {
            return Optional.empty();
        }
        try {
            EventCase kind = TrackingEvent.parseFrom(value).getEventCase();
            return HARMLESS.contains(kind) ? Optional.empty() : Optional.of(kind.name());
        } catch (InvalidProtocolBufferException e) {
            // No event: it changes nothing but the dead letters.
            return Optional.empty();
        }
    }
}
