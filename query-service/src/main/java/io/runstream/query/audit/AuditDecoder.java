package io.runstream.query.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import io.runstream.access.v1.AccessEvent;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Turns a record of either topic into what it says of who did what. */
final class AuditDecoder {
    private AuditDecoder() {}

    /** @return null if it says nothing of that: a question, a kind of event that this version doesn't know, no event at all */
    static @Nullable AuditEntry decode(ConsumerRecord<byte[], byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            return null;
        }
        try {
            if (record.topic().equals(Topics.TRACKING)) {
                TrackingEvent event = TrackingEvent.parseFrom(value);
                return entry(record, event.getAcceptedAt(), event.getPrincipal(), EventFacts.of(event));
            }
            AccessEvent event = AccessEvent.parseFrom(value);
            return entry(record, event.getAcceptedAt(), event.getPrincipal(), EventFacts.of(event));
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }

    private static @Nullable AuditEntry entry(
            ConsumerRecord<byte[], byte @Nullable []> record,
            long acceptedAt,
            String principal,
            @Nullable EventFacts facts) {
        if (facts == null || facts.isQuestion()) {
            return null;
        }
        String entity = facts.entity();
        boolean ofUser = entity.equals("user:" + facts.text("username"));
        boolean named = entity.equals("registered-model:" + facts.text("name"));
        return new AuditEntry(
                Instant.ofEpochMilli(acceptedAt).toString(),
                principal,
                facts.action(),
                entity,
                entity.startsWith("experiment") ? null : facts.text("experiment_id"),
                named ? facts.text("new_name") : facts.text("name"),
                facts.text("version"),
                ofUser ? null : facts.text("username"),
                permission(facts),
                record.topic(),
                record.partition(),
                record.offset());
    }

    private static @Nullable String permission(EventFacts facts) {
        String name = facts.text("permission");
        return name == null ? null : name.replace("GRANTED_PERMISSION_", "");
    }
}
