package io.runstream.transfer.log;

import io.runstream.transfer.TransferException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Clients of one Kafka, with small buffers.
 *
 * @param bootstrapServers {@code host:port}, several with commas between
 * @param settings what else its clients are told: security above all
 */
public record KafkaClients(String bootstrapServers, Map<String, String> settings) {
    private static final int FETCH = 8 << 20;
    /**
     * What is read is there already. The request that the client sends ahead, behind a partition's end, is in the way of the
     * next partition for that long.
     */
    private static final int NO_MORE_TO_COME_MS = 5;

    private static final int PRODUCER_BUFFER = 16 << 20;
    /** A little more than ingest-service takes. */
    private static final int LARGEST_REQUEST = 100 << 20;

    private static final int STALLED_AFTER_MS = 120_000;

    public KafkaClients {
        settings = Map.copyOf(settings);
    }

    Admin admin() {
        return open(() -> Admin.create(base()));
    }

    /** For partitions assigned by hand; a position that is gone is an error. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> all = base();
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH);
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, NO_MORE_TO_COME_MS);
        return open(() -> new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /**
     * Idempotent, and without an end to its retries: a batch that was given up would be missing between its neighbours. Who
     * sends is told after two minutes that the buffer does not empty.
     */
    Producer<byte[], byte[]> producer() {
        Map<String, Object> all = base();
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, STALLED_AFTER_MS);
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, PRODUCER_BUFFER);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return open(() -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** A name that nobody knows, or settings that can't be, are told when a client is made. */
    private <T> T open(Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw failure("can't be used", e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * Waits for an answer.
     *
     * @throws TransferException Kafka does not answer, or refuses
     */
    <T> T ask(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failure("does not do what it is asked", e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param what Kafka does or does not, as the end of a sentence that begins with its name */
    TransferException failure(String what, Throwable reason) {
        return TransferException.failed(
                "Kafka at " + bootstrapServers + " " + what + ": " + reason.getMessage(), reason);
    }

    private Map<String, Object> base() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        all.put("client.id", "runstream-transfer");
        return all;
    }
}
