package io.runstream.query.projection;

import io.runstream.event.ReplyAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records from the consumer. A transaction costs the same for one event as for fifty, so while facts come in crowds
 * it lets some gather first. Nobody waits for a fact but readers, who bear some milliseconds; while commands come, it takes
 * what there is at once. One thread's.
 */
final class RecordSource {
    private static final Logger LOG = LoggerFactory.getLogger(RecordSource.class);

    /** Fewer facts than this at a time are no crowd. */
    private static final int CROWD = 8;

    /** What was fetched before the rest is old; this long, the consumer waits for what gathered meanwhile. */
    private static final Duration FETCH = Duration.ofMillis(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Duration rest;
    private boolean crowded;

    /** @param rest how long facts gather; zero for not at all */
    RecordSource(Consumer<byte[], byte[]> consumer, Duration rest) {
        this.consumer = consumer;
        this.rest = rest;
    }

    /** @param wait for the first record, when nothing is there */
    List<ConsumerRecord<byte[], byte[]>> take(Duration wait) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        if (crowded && !rest.isZero()) {
            rest();
            consumer.poll(Duration.ZERO).forEach(records::add);
            addGathered(records);
        } else {
            consumer.poll(wait).forEach(records::add);
        }
        crowded = records.size() >= CROWD && records.stream().noneMatch(RecordSource::isAwaited);
        return records;
    }

    /** Whatever goes wrong here goes wrong again at the next poll; what was polled before must not get lost by it. */
    private void addGathered(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            consumer.poll(FETCH).forEach(records::add);
        } catch (KafkaException e) {
            LOG.debug("Nothing gathered", e);
        }
    }

    private static boolean isAwaited(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(ReplyAddress.HEADER) != null;
    }

    private void rest() {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
