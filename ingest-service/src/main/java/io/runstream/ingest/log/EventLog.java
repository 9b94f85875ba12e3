package io.runstream.ingest.log;

import io.runstream.event.v1.Reply;
import io.runstream.event.v1.TrackingEvent;
import io.smallrye.mutiny.Uni;

/**
 * The log everything is written to. An event takes its place in it when the Uni is subscribed to.
 *
 * <p>Failures are {@link io.runstream.error.ApiException}s: 429 if too much is under way, 503 if there is no answer in time.
 */
public interface EventLog {
    /**
     * Publishes a fact.
     *
     * @param key decides the partition, see {@link io.runstream.event.EventKeys}
     * @return completes when every in-sync replica has it
     */
    Uni<Void> append(byte[] key, TrackingEvent event);

    /**
     * Publishes a command or a question.
     *
     * @return the projector's verdict, after it has committed what follows from it
     */
    Uni<Reply> ask(byte[] key, TrackingEvent event);
}
