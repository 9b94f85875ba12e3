package io.runstream.transfer.log;

import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.LoggedRecord;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends records of an archive, each with its mark. What has arrived of a lane is always its beginning: the producer keeps the
 * order, and the first failure is the end. For one thread.
 */
final class RecordSender implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final KafkaClients kafka;
    private final Producer<byte[], byte[]> producer;
    private final UUID archive;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private long sent;

    RecordSender(KafkaClients kafka, UUID archive) {
        this.kafka = kafka;
        this.producer = kafka.producer();
        this.archive = archive;
    }

    /**
     * Returns when the record is in the buffer.
     *
     * @throws TransferException this or an earlier one failed, or Kafka has taken nothing for two minutes
     */
    void send(Lane lane, LoggedRecord record) {
        ProducerRecord<byte[], byte[]> marked = new ProducerRecord<>(
                lane.topic(),
                lane.target(),
                record.timestamp() < 0 ? null : record.timestamp(),
                record.key(),
                record.value());
        marked.headers().add(ImportMark.HEADER, new ImportMark(archive, lane.source(), record.offset()).toBytes());
        try {
            producer.send(marked, (metadata, e) -> {
                if (e == null) {
                    acknowledged.incrementAndGet();
                } else {
                    failure.compareAndSet(null, e);
                }
            });
        } catch (KafkaException e) {
            failure.compareAndSet(null, e);
        }
        sent++;
        requireNoFailure();
    }

    /** Returns when all are acknowledged. */
    void finish() throws InterruptedException {
        long known = acknowledged.get();
        long giveUpAt = System.nanoTime() + PATIENCE;
        while (acknowledged.get() < sent) {
            requireNoFailure();
            Thread.sleep(PAUSE);
            if (acknowledged.get() > known) {
                known = acknowledged.get();
                giveUpAt = System.nanoTime() + PATIENCE;
            } else if (System.nanoTime() - giveUpAt > 0) {
                throw failed("it acknowledges nothing");
            }
        }
    }

    private void requireNoFailure() {
        Exception first = failure.get();
        if (first != null) {
            throw failed(String.valueOf(first.getMessage()));
        }
    }

    private TransferException failed(String reason) {
        return TransferException.failed("Kafka at " + kafka.bootstrapServers() + " did not take an event: " + reason
                + ". Run the import again: it goes on where it stopped.");
    }

    /** What is still in the buffer is dropped: after a failure it must not follow. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
