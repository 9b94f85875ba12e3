package io.runstream.ingest.access;

import io.runstream.access.Securable;
import io.runstream.kit.access.Caller;
import io.smallrye.mutiny.Uni;

/**
 * Keeps permissions in step with what they are on. To be told after the verdict, and waited for before the answer: whoever
 * created something may use it with their next request.
 *
 * <p>Costs nothing while authentication is off. Failures are {@link io.runstream.error.ApiException}s: 503 if there is no
 * answer in time; the same call again is harmless, also after permissions were taken back.
 */
public interface Ownership {
    /** Who creates an experiment may do everything with it. */
    Uni<Void> created(Caller caller, Securable.Experiment what);

    /**
     * Who creates a model or prompt may do everything with it, and nobody else anything that was granted on an earlier one of
     * that name.
     *
     * @param createdAt as the registry tells it, milliseconds since the epoch: by it a creation that is told again is known
     */
    Uni<Void> created(Caller caller, Securable.RegisteredModel what, long createdAt);

    /**
     * Permissions on the old name are on the new one from now on.
     *
     * @param createdAt of the model, as the registry tells it: somebody else may have given the old name to another one meanwhile
     */
    Uni<Void> renamed(Caller caller, Securable.RegisteredModel from, Securable.RegisteredModel to, long createdAt);

    /**
     * Permissions on it are gone: another one of that name does not inherit them. Not for what can be restored.
     *
     * @param createdAt as in {@link #renamed}; 0 if a projector of an older version has not told it
     */
    Uni<Void> deleted(Caller caller, Securable.RegisteredModel what, long createdAt);
}
