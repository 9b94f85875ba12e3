package io.runstream.kit.access.directory;

import com.google.protobuf.ByteString;
import io.runstream.access.AccessDirectory;
import io.runstream.access.Outcome;
import io.smallrye.mutiny.Uni;

/** The directory as the log has it, some milliseconds later. */
public interface LiveDirectory {
    /** What is known by now. */
    AccessDirectory directory();

    /** Whether all that was in the log when this process started is known. Until then nobody can be let in. */
    boolean isCaughtUp();

    /**
     * Completes when everything is known that the log has taken before the subscription, on the Vert.x context of the
     * subscriber.
     *
     * <p>Fails with an {@link io.runstream.error.ApiException}, 503, if that can't be told in time.
     */
    Uni<Void> upToDate();

    /**
     * What an event that is about to be written will have changed. To be called before it is written; the Uni may be
     * subscribed to at any time after.
     *
     * @param requestId the event's, see access.proto
     * @return fails with 503 if the event is not read in time
     */
    Uni<Outcome> outcomeOf(ByteString requestId);
}
