package io.runstream.ingest.admission;

import io.runstream.event.v1.ExperimentState;

/** What admission, and the creation of a run, need to know of an experiment. */
public record KnownExperiment(String artifactLocation, boolean deleted, long changedAt) {
    static KnownExperiment from(ExperimentState state) {
        return new KnownExperiment(state.getArtifactLocation(), state.getDeleted(), state.getLifecycleChangedAt());
    }

    /** A run counts as deleted by whichever changed last, it or its experiment. */
    boolean overrules(KnownRun run) {
        return changedAt > run.changedAt();
    }
}
