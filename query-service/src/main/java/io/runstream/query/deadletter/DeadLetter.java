package io.runstream.query.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be applied.
 *
 * @param since when it was given up
 * @param partition of the tracking topic, where it stands; as it was written down, like all that follows
 * @param offset likewise
 * @param reason why
 * @param key of the record; null if it had none
 * @param value of the record; null if it was too large to be kept here, then it is in the tracking topic alone
 */
record DeadLetter(
        Instant since, String partition, String offset, String reason, byte @Nullable [] key, byte @Nullable [] value) {

    static DeadLetter of(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        return new DeadLetter(
                Instant.ofEpochMilli(record.timestamp()),
                text(record, "partition"),
                text(record, "offset"),
                text(record, "reason"),
                record.key(),
                record.value());
    }

    private static String text(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, String header) {
        Header found = record.headers().lastHeader(header);
        return found == null || found.value() == null ? "?" : new String(found.value(), StandardCharsets.UTF_8);
    }

    /** One line for a terminal. */
    String line() {
        String of = key == null ? "no key" : new String(key, StandardCharsets.UTF_8);
        return "%s  partition %s  offset %s  %s  %s"
                .formatted(since, partition, offset, printable(of), printable(reason));
    }

    /** Whoever writes to the topic chooses these bytes. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
