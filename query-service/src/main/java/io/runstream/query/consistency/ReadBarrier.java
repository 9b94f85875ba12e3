package io.runstream.query.consistency;

import io.runstream.id.RunId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/**
 * Makes a read see every write that was acknowledged before the read arrived, from whatever client and through whatever
 * replica: it waits until the projection has reached the log's end as of now.
 *
 * <p>Called on the request's thread, before the first query; the item comes on the Vert.x context of the caller. The
 * wait is bounded. Past the bound the item comes all the same, and the answer carries {@link ReadHeaders#LAG}. A request
 * with {@code Runstream-Consistency: eventual} does not wait.
 *
 * <p>Fails only with a 429 {@link io.runstream.error.ApiException}, when too many reads wait already.
 */
public interface ReadBarrier {
    /** For a read of one run and of what it logged. */
    Uni<Void> awaitRun(RunId run);

    /** For a read of several runs; no runs, no wait. */
    Uni<Void> awaitRuns(Collection<RunId> runs);

    /** For a read of experiments. */
    Uni<Void> awaitExperiments();

    /** For a read of registered models and their versions. */
    Uni<Void> awaitRegistry();

    /** For a search, which reads what lies anywhere in the log. */
    Uni<Void> awaitAll();
}
