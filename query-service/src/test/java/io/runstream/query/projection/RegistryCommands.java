package io.runstream.query.projection;

import static io.runstream.query.projection.Events.event;
import static io.runstream.query.projection.Events.tag;

import io.runstream.event.v1.CreateModelVersion;
import io.runstream.event.v1.CreateRegisteredModel;
import io.runstream.event.v1.DeleteModelVersion;
import io.runstream.event.v1.DeleteModelVersionTag;
import io.runstream.event.v1.DeleteRegisteredModel;
import io.runstream.event.v1.DeleteRegisteredModelAlias;
import io.runstream.event.v1.DeleteRegisteredModelTag;
import io.runstream.event.v1.ModelStage;
import io.runstream.event.v1.ModelVersionReference;
import io.runstream.event.v1.RenameRegisteredModel;
import io.runstream.event.v1.SetModelVersionTag;
import io.runstream.event.v1.SetRegisteredModelAlias;
import io.runstream.event.v1.SetRegisteredModelTag;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.event.v1.TransitionModelVersionStage;
import io.runstream.event.v1.UpdateModelVersion;
import io.runstream.event.v1.UpdateRegisteredModel;

/** Commands on the model registry, for tests. */
public final class RegistryCommands {
    private RegistryCommands() {}

    public static TrackingEvent.Builder model(String name) {
        return event().setCreateRegisteredModel(
                        CreateRegisteredModel.newBuilder().setName(name));
    }

    public static TrackingEvent.Builder prompt(String name) {
        return event().setCreateRegisteredModel(CreateRegisteredModel.newBuilder()
                .setName(name)
                .addTags(tag("mlflow.prompt.is_prompt", "true")));
    }

    public static TrackingEvent.Builder rename(String name, String newName) {
        return event().setRenameRegisteredModel(
                        RenameRegisteredModel.newBuilder().setName(name).setNewName(newName));
    }

    public static TrackingEvent.Builder describe(String name, String description) {
        return event().setUpdateRegisteredModel(
                        UpdateRegisteredModel.newBuilder().setName(name).setDescription(description));
    }

    public static TrackingEvent.Builder deleteModel(String name) {
        return event().setDeleteRegisteredModel(
                        DeleteRegisteredModel.newBuilder().setName(name));
    }

    public static TrackingEvent.Builder tagModel(String name, String key, String value) {
        return event().setSetRegisteredModelTag(
                        SetRegisteredModelTag.newBuilder().setName(name).setTag(tag(key, value)));
    }

    public static TrackingEvent.Builder untagModel(String name, String key) {
        return event().setDeleteRegisteredModelTag(
                        DeleteRegisteredModelTag.newBuilder().setName(name).setKey(key));
    }

    public static TrackingEvent.Builder alias(String name, String alias, int version) {
        return event().setSetRegisteredModelAlias(SetRegisteredModelAlias.newBuilder()
                .setName(name)
                .setAlias(alias)
                .setVersion(version));
    }

    public static TrackingEvent.Builder removeAlias(String name, String alias) {
        return event().setDeleteRegisteredModelAlias(
                        DeleteRegisteredModelAlias.newBuilder().setName(name).setAlias(alias));
    }

    public static TrackingEvent.Builder version(String name) {
        return event().setCreateModelVersion(CreateModelVersion.newBuilder()
                .setName(name)
                .setSource("s3://bucket/model")
                .setStorageLocation("s3://bucket/model")
                .setRunId("r"));
    }

    public static TrackingEvent.Builder copy(String name, ModelVersionReference.Builder of) {
        return event().setCreateModelVersion(CreateModelVersion.newBuilder()
                .setName(name)
                .setSource("models:/the/source")
                .setCopied(of));
    }

    public static TrackingEvent.Builder describe(String name, int version, String description) {
        return event().setUpdateModelVersion(UpdateModelVersion.newBuilder()
                .setName(name)
                .setVersion(version)
                .setDescription(description));
    }

    public static TrackingEvent.Builder move(String name, int version, ModelStage stage, boolean archiveExisting) {
        return event().setTransitionModelVersionStage(TransitionModelVersionStage.newBuilder()
                .setName(name)
                .setVersion(version)
                .setStage(stage)
                .setArchiveExisting(archiveExisting));
    }

    public static TrackingEvent.Builder deleteVersion(String name, int version) {
        return event().setDeleteModelVersion(
                        DeleteModelVersion.newBuilder().setName(name).setVersion(version));
    }

    public static TrackingEvent.Builder tagVersion(String name, int version, String key, String value) {
        return event().setSetModelVersionTag(SetModelVersionTag.newBuilder()
                .setName(name)
                .setVersion(version)
                .setTag(tag(key, value)));
    }

    public static TrackingEvent.Builder untagVersion(String name, int version, String key) {
        return event().setDeleteModelVersionTag(DeleteModelVersionTag.newBuilder()
                .setName(name)
                .setVersion(version)
                .setKey(key));
    }
}
