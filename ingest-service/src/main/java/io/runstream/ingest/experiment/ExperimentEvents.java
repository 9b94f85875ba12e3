package io.runstream.ingest.experiment;

import io.runstream.api.experiment.CreateExperimentRequest;
import io.runstream.api.experiment.DeleteExperimentTagRequest;
import io.runstream.api.experiment.SetExperimentTagRequest;
import io.runstream.api.experiment.UpdateExperimentRequest;
import io.runstream.event.v1.CreateExperiment;
import io.runstream.event.v1.DeleteExperiment;
import io.runstream.event.v1.DeleteExperimentTag;
import io.runstream.event.v1.EnsureDefaultExperiment;
import io.runstream.event.v1.RenameExperiment;
import io.runstream.event.v1.RestoreExperiment;
import io.runstream.event.v1.SetExperimentTag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.ExperimentId;
import io.runstream.ingest.log.Labels;

/** From what clients send about an experiment to what goes into the log. */
final class ExperimentEvents {
    private ExperimentEvents() {}

    static TrackingEvent.Builder create(CreateExperimentRequest request, String defaultArtifactRoot) {
        CreateExperiment.Builder command = CreateExperiment.newBuilder()
                .setName(request.name())
                .setArtifactLocation(request.artifactLocation())
                .setDefaultArtifactRoot(defaultArtifactRoot)
                .addAllTags(Labels.tags(request.tags()));
        return TrackingEvent.newBuilder().setCreateExperiment(command);
    }

    static TrackingEvent.Builder ensureDefault(String defaultArtifactRoot) {
        return TrackingEvent.newBuilder()
                .setEnsureDefaultExperiment(
                        EnsureDefaultExperiment.newBuilder().setDefaultArtifactRoot(defaultArtifactRoot));
    }

    static TrackingEvent.Builder rename(UpdateExperimentRequest request) {
        return TrackingEvent.newBuilder()
                .setRenameExperiment(RenameExperiment.newBuilder()
                        .setExperimentId(request.experiment().value())
                        .setName(request.newName()));
    }

    static TrackingEvent.Builder delete(ExperimentId id) {
        return TrackingEvent.newBuilder()
                .setDeleteExperiment(DeleteExperiment.newBuilder().setExperimentId(id.value()));
    }

    static TrackingEvent.Builder restore(ExperimentId id) {
        return TrackingEvent.newBuilder()
                .setRestoreExperiment(RestoreExperiment.newBuilder().setExperimentId(id.value()));
    }

    static TrackingEvent.Builder setTag(SetExperimentTagRequest request) {
        return TrackingEvent.newBuilder()
                .setSetExperimentTag(SetExperimentTag.newBuilder()
                        .setExperimentId(request.experiment().value())
                        .setKey(request.tag().key())
                        .setValue(request.tag().value()));
    }

    static TrackingEvent.Builder deleteTag(DeleteExperimentTagRequest request) {
        return TrackingEvent.newBuilder()
                .setDeleteExperimentTag(DeleteExperimentTag.newBuilder()
                        .setExperimentId(request.experiment().value())
                        .setKey(request.key()));
    }
}
