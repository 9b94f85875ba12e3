package io.runstream.query.projection;

import io.runstream.kit.log.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what could not be applied: key and value as they were, the headers {@code reason}, {@code partition} and
 * {@code offset} beside those that were there. One thread's.
 */
final class DeadLetterLog {
    private final Producer<byte[], byte[]> producer;
    private final List<Letter> underWay = new ArrayList<>();

    private record Letter(ConsumerRecord<byte[], byte[]> record, String reason, Future<RecordMetadata> sent) {}

    DeadLetterLog(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    void add(ConsumerRecord<byte[], byte[]> record, String reason) {
        underWay.add(new Letter(record, reason, send(record, record.value(), reason)));
    }

    private Future<RecordMetadata> send(ConsumerRecord<byte[], byte[]> record, byte @Nullable [] value, String reason) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTER, null, record.key(), value, record.headers());
        letter.headers()
                .add("reason", text(reason))
                .add("partition", text(Integer.toString(record.partition())))
                .add("offset", text(Long.toString(record.offset())));
        try {
            return producer.send(letter);
        } catch (KafkaException e) {
            throw new LogUnavailableException(e);
        }
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Waits until Kafka has all that was added.
     *
     * @throws LogUnavailableException if not; some may have been written, and will be again
     */
    void flush() {
        try {
            for (Letter letter : underWay) {
                awaitSent(letter);
            }
        } finally {
            underWay.clear();
        }
    }

    /** With its headers a record may be larger than the topic allows: its value stays in the tracking topic alone. */
    private void awaitSent(Letter letter) {
        try {
            await(letter.sent());
        } catch (RecordTooLargeException e) {
            await(send(letter.record(), null, letter.reason() + " (too large to be kept here)"));
        }
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                throw tooLarge;
            }
            throw new LogUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException(e);
        }
    }
}
