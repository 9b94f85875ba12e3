package io.runstream.ingest.admission;

import io.runstream.event.v1.Created;
import io.runstream.event.v1.RunState;
import io.runstream.id.ExperimentId;

/**
 * What admission needs to know of a run.
 *
 * @param deleted by the run's own deletions and restorations
 * @param changedAt accepted time of the last of them, or of the run's creation
 */
record KnownRun(ExperimentId experiment, boolean deleted, long changedAt) {
    static KnownRun from(RunState state) {
        return new KnownRun(
                new ExperimentId(state.getExperimentId()), state.getDeleted(), state.getLifecycleChangedAt());
    }

    static KnownRun from(Created run) {
        return new KnownRun(new ExperimentId(run.getExperimentId()), false, run.getAcceptedAt());
    }
}
