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
import io.runstream.event.v1.Param;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.id.LoggedModelId;
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
                .addAllParams(params(request.params()))
                .addAllTags(tags(request.tags()))
                .build();
    }

    static TrackingEvent.Builder tagsSet(LoggedModelId id, List<KeyValue> tags) {
        return TrackingEvent.newBuilder()
                .setLoggedModelTagsSet(LoggedModelTagsSet.newBuilder()
                        .setModelId(id.toString())
                        .addAllTags(tags(tags)));
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
                        .addAllParams(params(params)));
    }

    static TrackingEvent.Builder deleteTag(LoggedModelId id, String key) {
        return TrackingEvent.newBuilder()
                .setDeleteLoggedModelTag(DeleteLoggedModelTag.newBuilder()
                        .setModelId(id.toString())
                        .setKey(key));
    }

    private static List<Param> params(List<KeyValue> params) {
        return params.stream()
                .map(param -> Param.newBuilder()
                        .setKey(param.key())
                        .setValue(param.value())
                        .build())
                .toList();
    }

    private static List<Tag> tags(List<KeyValue> tags) {
        return tags.stream()
                .map(tag ->
                        Tag.newBuilder().setKey(tag.key()).setValue(tag.value()).build())
                .toList();
    }
}
