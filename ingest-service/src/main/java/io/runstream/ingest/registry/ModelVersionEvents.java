package io.runstream.ingest.registry;

import io.runstream.api.registry.CreateModelVersionRequest;
import io.runstream.api.registry.DeleteModelVersionTagRequest;
import io.runstream.api.registry.ModelSource;
import io.runstream.api.registry.ModelVersion;
import io.runstream.api.registry.ModelVersionId;
import io.runstream.api.registry.ModelVersionReference;
import io.runstream.api.registry.SetModelVersionTagRequest;
import io.runstream.api.registry.TransitionStageRequest;
import io.runstream.api.registry.UpdateModelVersionRequest;
import io.runstream.event.v1.CreateModelVersion;
import io.runstream.event.v1.DeleteModelVersion;
import io.runstream.event.v1.DeleteModelVersionTag;
import io.runstream.event.v1.ModelStage;
import io.runstream.event.v1.ModelVersionRegistered;
import io.runstream.event.v1.SetModelVersionTag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.TransitionModelVersionStage;
import io.runstream.event.v1.UpdateModelVersion;
import io.runstream.id.LoggedModelId;
import io.runstream.ingest.log.Labels;

/** From what clients send about a version to what goes into the log. */
final class ModelVersionEvents {
    private ModelVersionEvents() {}

    static TrackingEvent.Builder create(CreateModelVersionRequest request, SourceOrigin origin) {
        CreateModelVersion.Builder command = CreateModelVersion.newBuilder()
                .setName(request.name())
                .setSource(request.source().uri())
                .setStorageLocation(origin.storageLocation())
                .setRunLink(request.runLink())
                .setDescription(request.description())
                .setModelId(origin.modelId())
                .addAllTags(Labels.tags(request.tags()));
        if (origin.runId() != null) {
            command.setRunId(origin.runId());
        }
        if (request.source() instanceof ModelSource.OfVersion(var uri, var version)) {
            command.setCopied(reference(version));
        }
        return TrackingEvent.newBuilder().setCreateModelVersion(command);
    }

    static TrackingEvent.Builder registered(LoggedModelId model, ModelVersion version) {
        return TrackingEvent.newBuilder()
                .setModelVersionRegistered(ModelVersionRegistered.newBuilder()
                        .setModelId(model.toString())
                        .setName(version.name())
                        .setVersion(Integer.parseInt(version.version())));
    }

    private static io.runstream.event.v1.ModelVersionReference.Builder reference(ModelVersionReference version) {
        var reference = io.runstream.event.v1.ModelVersionReference.newBuilder().setName(version.name());
        return switch (version) {
            case ModelVersionReference.Number(var name, var number) -> reference.setNumber(number);
            case ModelVersionReference.Alias(var name, var alias) -> reference.setAlias(alias);
            case ModelVersionReference.Latest(var name) -> reference.setLatestIn(ModelStage.MODEL_STAGE_UNSPECIFIED);
            case ModelVersionReference.LatestInStage(var name, var stage) -> reference.setLatestInValue(stage.number());
        };
    }

    static TrackingEvent.Builder update(UpdateModelVersionRequest request) {
        UpdateModelVersion.Builder command = UpdateModelVersion.newBuilder()
                .setName(request.version().name())
                .setVersion(request.version().version());
        if (request.description() != null) {
            command.setDescription(request.description());
        }
        return TrackingEvent.newBuilder().setUpdateModelVersion(command);
    }

    static TrackingEvent.Builder transition(TransitionStageRequest request) {
        return TrackingEvent.newBuilder()
                .setTransitionModelVersionStage(TransitionModelVersionStage.newBuilder()
                        .setName(request.version().name())
                        .setVersion(request.version().version())
                        .setStageValue(request.stage().number())
                        .setArchiveExisting(request.archiveExisting()));
    }

    static TrackingEvent.Builder delete(ModelVersionId version) {
        return TrackingEvent.newBuilder()
                .setDeleteModelVersion(
                        DeleteModelVersion.newBuilder().setName(version.name()).setVersion(version.version()));
    }

    static TrackingEvent.Builder setTag(SetModelVersionTagRequest request) {
        return TrackingEvent.newBuilder()
                .setSetModelVersionTag(SetModelVersionTag.newBuilder()
                        .setName(request.version().name())
                        .setVersion(request.version().version())
                        .setTag(Labels.tag(request.tag())));
    }

    static TrackingEvent.Builder deleteTag(DeleteModelVersionTagRequest request) {
        return TrackingEvent.newBuilder()
                .setDeleteModelVersionTag(DeleteModelVersionTag.newBuilder()
                        .setName(request.version().name())
                        .setVersion(request.version().version())
                        .setKey(request.key()));
    }
}
