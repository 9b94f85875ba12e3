package io.runstream.ingest.model;

import io.runstream.api.KeyValue;
import io.runstream.api.model.CreateLoggedModelRequest;
import io.runstream.api.model.LoggedModelStatus;
import io.runstream.event.v1.DeleteLoggedModelTag;
import io.runstream.event.v1.FinalizeLoggedModel;
import io.runstream.event.v1.LogLoggedModelParams;
import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.LoggedModelDeleted;
import io.runstream.event.v1.LoggedModelTagsSet;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
import io.runstream.ingest.log.Labels;
import java.util.List;

/** From what clients send about a logged model to what goes into the log. */
final class LoggedModelEvents {
    private LoggedModelEvents() {}

    static LoggedModelCreated created(
            LoggedModelId id, String name, String artifactUri, CreateLoggedModelRequest request) {
        return LoggedModelCreated.newBuilder()
                .setModelId(id.toString())
                .setExperimentId(request.experiment().value())
                .setName(name)
                .setModelType(request.modelType())
                .setSourceRunId(request.sourceRunId())
                .setArtifactUri(artifactUri)
                .addAllParams(Labels.params(request.params()))
                .addAllTags(Labels.tags(request.tags()))
                .build();
    }

    static TrackingEvent.Builder tagsSet(LoggedModelId id, List<KeyValue> tags) {
        return TrackingEvent.newBuilder()
                .setLoggedModelTagsSet(LoggedModelTagsSet.newBuilder()
                        .setModelId(id.toString())
                        .addAllTags(Labels.tags(tags)));
    }

    static TrackingEvent.Builder deleted(LoggedModelId id) {
        return TrackingEvent.newBuilder()
                .setLoggedModelDeleted(LoggedModelDeleted.newBuilder().setModelId(id.toString()));
    }

    static TrackingEvent.Builder finalized(LoggedModelId id, LoggedModelStatus status) {
        return TrackingEvent.newBuilder()
                .setFinalizeLoggedModel(FinalizeLoggedModel.newBuilder()
                        .setModelId(id.toString())
                        .setStatusValue(status.number()));
    }

    static TrackingEvent.Builder params(LoggedModelId id, List<KeyValue> params) {
        return TrackingEvent.newBuilder()
                .setLogLoggedModelParams(LogLoggedModelParams.newBuilder()
                        .setModelId(id.toString())
                        .addAllParams(Labels.params(params)));
    }

    static TrackingEvent.Builder deleteTag(LoggedModelId id, String key) {
        return TrackingEvent.newBuilder()
                .setDeleteLoggedModelTag(DeleteLoggedModelTag.newBuilder()
                        .setModelId(id.toString())
                        .setKey(key));
    }
}
