package io.runstream.ingest.registry;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Looks up what a version's source may belong to: a run or a logged model, deleted or not. */
interface SourceOwners {
    /**
     * @param artifactRoot what lies below belongs to it
     * @param runId the run itself, or the run that made the logged model; null if none is known
     */
    record Owner(String artifactRoot, @Nullable String runId) {}

    /** @return fails with 404 if there is no such run */
    Uni<Owner> run(String id);

    /** @return fails with 404 if there is no such logged model */
    Uni<Owner> loggedModel(String id);
}
