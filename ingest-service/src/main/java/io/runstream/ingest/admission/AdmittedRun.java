package io.runstream.ingest.admission;

import io.runstream.event.EventKeys;
import io.runstream.event.v1.ExperimentLifecycle;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.RunId;

/** A run that may be written to. */
public record AdmittedRun(RunId id, KnownExperiment experiment) {
    /** The key of its events. */
    public byte[] key() {
        return EventKeys.ofRun(id);
    }

    /**
     * Tells the projector what the verdict on a command must take into account: it knows the run alone, and looks at no
     * other partition.
     */
    public TrackingEvent.Builder command(TrackingEvent.Builder command) {
        return command.setExperiment(ExperimentLifecycle.newBuilder()
                .setDeleted(experiment.deleted())
                .setChangedAt(experiment.changedAt()));
    }
}
