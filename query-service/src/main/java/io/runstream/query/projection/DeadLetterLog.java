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

/**
 * Keeps what could not be applied: key and value as they were, the headers {@code reason}, {@code partition} and
 * {@code offset} beside those that were there.
 */
final class DeadLetterLog {
    private final Producer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    DeadLetterLog(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    void add(ConsumerRecord<byte[], byte[]> record, String reason) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTER, null, record.key(), record.value(), record.headers());
        letter.headers()
                .add("reason", text(reason))
                .add("partition", text(Integer.toString(record.partition())))
                .add("offset", text(Long.toString(record.offset())));
        underWay.add(producer.send(letter));
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
            for (Future<RecordMetadata> letter : underWay) {
                letter.get();
            }
        } catch (ExecutionException e) {
            throw new LogUnavailableException(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException(e);
        } finally {
            underWay.clear();
        }
    }
}
