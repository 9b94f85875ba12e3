package io.runstream.ingest.log;

import io.runstream.event.v1.Created;
import io.runstream.event.v1.ServiceMessage;
import io.runstream.kit.log.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other ingest instances what this one has put into the log without a verdict: else each of them would ask the
 * projection for it, and refuse what is logged to it while Postgres is down.
 */
@ApplicationScoped
public class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final Producers producers;

    @Inject
    Announcements(Producers producers) {
        this.producers = producers;
    }

    /** Best effort: who does not hear of it asks. To be called once it is in the log. */
    public void created(Created what) {
        byte[] value = ServiceMessage.newBuilder().setCreated(what).build().toByteArray();
        producers.facts().send(new ProducerRecord<>(Topics.REPLIES, value), (metadata, failure) -> {
            if (failure != null) {
                LOG.atDebug()
                        .setCause(failure)
                        .addKeyValue("topic", Topics.REPLIES)
                        .log("Nobody was told of a creation");
            }
        });
    }
}
