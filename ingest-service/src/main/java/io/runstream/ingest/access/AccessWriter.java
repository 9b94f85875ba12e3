package io.runstream.ingest.access;

import io.runstream.access.Outcome;
import io.runstream.access.v1.AccessEvent;
import io.smallrye.mutiny.Uni;

/** The one way to change who may do what. */
interface AccessWriter {
    /**
     * Writes an event when subscribed to, and tells what has become of it.
     *
     * @param principal the name of who asks for it; empty for the server itself
     * @param event without its principal, time and request id
     * @return fails with an {@link io.runstream.error.ApiException}, 503, if the log does not take it or can't be read in time;
     *     the event may have its effect nevertheless
     */
    Uni<Outcome> write(String principal, AccessEvent.Builder event);
}
