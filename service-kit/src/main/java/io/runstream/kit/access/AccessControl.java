package io.runstream.kit.access;

import io.runstream.access.Need;
import io.runstream.access.Securable;
import io.smallrye.mutiny.Uni;

/**
 * Whether a caller may.
 *
 * <p>Every answer that refuses is given on what was granted and taken up to the moment of asking; so it may have to wait for
 * some milliseconds. One that allows is given at once.
 *
 * <p>Refusals are {@link io.runstream.error.ApiException}s, 403 in MLflow's words.
 */
public interface AccessControl {
    /** Completes if the caller may do that with this; whether it exists is not looked at. */
    Uni<Void> require(Caller caller, Need need, Securable on);

    Uni<Void> requireAdministrator(Caller caller);

    /** Whether the caller need not be asked about: so that nobody looks up, for them, what belongs to what. */
    default boolean mayDoEverything(Caller caller) {
        return caller.administrator();
    }

    /** The ids of the experiments that the caller may read. */
    Uni<Visible<Long>> visibleExperiments(Caller caller);

    /** The names of the registered models and prompts that the caller may read. */
    Uni<Visible<String>> visibleRegisteredModels(Caller caller);
}
