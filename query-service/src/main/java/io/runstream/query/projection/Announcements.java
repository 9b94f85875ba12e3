package io.runstream.query.projection;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what may get lost: who waits for it waits a bounded time, and what it tells is in Postgres. Never throws. */
final class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final Producer<byte[], byte[]> producer;

    Announcements(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record, (sent, failure) -> {
                if (failure != null) {
                    LOG.debug("A reply or progress was lost", failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            LOG.debug("A reply or progress was lost", e);
        }
    }
}
