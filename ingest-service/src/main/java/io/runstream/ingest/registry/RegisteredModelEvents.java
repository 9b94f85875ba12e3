package io.runstream.ingest.registry;

import io.runstream.api.registry.AliasRequest;
import io.runstream.api.registry.CreateRegisteredModelRequest;
import io.runstream.api.registry.DeleteRegisteredModelTagRequest;
import io.runstream.api.registry.RegisteredModelRequest;
import io.runstream.api.registry.RenameRegisteredModelRequest;
import io.runstream.api.registry.SetAliasRequest;
import io.runstream.api.registry.SetRegisteredModelTagRequest;
import io.runstream.api.registry.UpdateRegisteredModelRequest;
import io.runstream.event.v1.CreateRegisteredModel;
import io.runstream.event.v1.DeleteRegisteredModel;
import io.runstream.event.v1.DeleteRegisteredModelAlias;
import io.runstream.event.v1.DeleteRegisteredModelTag;
import io.runstream.event.v1.RenameRegisteredModel;
import io.runstream.event.v1.SetRegisteredModelAlias;
import io.runstream.event.v1.SetRegisteredModelTag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.UpdateRegisteredModel;
import io.runstream.ingest.log.Labels;

/** From what clients send about a registered model to what goes into the log. */
final class RegisteredModelEvents {
    private RegisteredModelEvents() {}

    static TrackingEvent.Builder create(CreateRegisteredModelRequest request) {
        return TrackingEvent.newBuilder()
                .setCreateRegisteredModel(CreateRegisteredModel.newBuilder()
                        .setName(request.name())
                        .setDescription(request.description())
                        .addAllTags(Labels.tags(request.tags())));
    }

    static TrackingEvent.Builder rename(RenameRegisteredModelRequest request) {
        return TrackingEvent.newBuilder()
                .setRenameRegisteredModel(RenameRegisteredModel.newBuilder()
                        .setName(request.name())
                        .setNewName(request.newName()));
    }

    static TrackingEvent.Builder update(UpdateRegisteredModelRequest request) {
        return TrackingEvent.newBuilder()
                .setUpdateRegisteredModel(UpdateRegisteredModel.newBuilder()
                        .setName(request.name())
                        .setDescription(request.description()));
    }

    static TrackingEvent.Builder delete(RegisteredModelRequest request) {
        return TrackingEvent.newBuilder()
                .setDeleteRegisteredModel(DeleteRegisteredModel.newBuilder().setName(request.name()));
    }

    static TrackingEvent.Builder setTag(SetRegisteredModelTagRequest request) {
        return TrackingEvent.newBuilder()
                .setSetRegisteredModelTag(SetRegisteredModelTag.newBuilder()
                        .setName(request.name())
                        .setTag(Labels.tag(request.tag())));
    }

    static TrackingEvent.Builder deleteTag(DeleteRegisteredModelTagRequest request) {
        return TrackingEvent.newBuilder()
                .setDeleteRegisteredModelTag(DeleteRegisteredModelTag.newBuilder()
                        .setName(request.name())
                        .setKey(request.key()));
    }

    static TrackingEvent.Builder setAlias(SetAliasRequest request) {
        return TrackingEvent.newBuilder()
                .setSetRegisteredModelAlias(SetRegisteredModelAlias.newBuilder()
                        .setName(request.version().name())
                        .setVersion(request.version().version())
                        .setAlias(request.alias()));
    }

    static TrackingEvent.Builder deleteAlias(AliasRequest request) {
        return TrackingEvent.newBuilder()
                .setDeleteRegisteredModelAlias(DeleteRegisteredModelAlias.newBuilder()
                        .setName(request.name())
                        .setAlias(request.alias()));
    }
}
