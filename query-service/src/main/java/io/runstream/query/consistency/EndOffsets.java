package io.runstream.query.consistency;

import java.util.concurrent.CompletionStage;

/** Asks the log where it ends. */
interface EndOffsets {
    /**
     * The offset that each partition's next record will get, by partition number: what was acknowledged before the call
     * lies before it. Fails if the log does not answer within a bounded time.
     */
    CompletionStage<long[]> latest();
}
