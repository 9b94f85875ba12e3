package io.runstream.query.projection.fold.registry;

import io.runstream.event.v1.CopiedVersionDiffers;
import io.runstream.event.v1.CopiedVersionIsPrompt;
import io.runstream.event.v1.ModelAliasNotFound;
import io.runstream.event.v1.ModelStage;
import io.runstream.event.v1.ModelVersionNotFound;
import io.runstream.event.v1.NoLatestModelVersion;
import io.runstream.event.v1.RegisteredModelNameTaken;
import io.runstream.event.v1.RegisteredModelNotFound;
import io.runstream.event.v1.Rejection;
import io.runstream.query.projection.fold.registry.RegistryVerdict.Refused;

/** Refusals by their reason. */
final class RegistryRejections {
    private RegistryRejections() {}

    static Refused modelNotFound(String name) {
        return refused(Rejection.newBuilder()
                .setRegisteredModelNotFound(RegisteredModelNotFound.newBuilder().setName(name)));
    }

    static Refused versionNotFound(String name, int version) {
        return refused(Rejection.newBuilder()
                .setModelVersionNotFound(
                        ModelVersionNotFound.newBuilder().setName(name).setVersion(version)));
    }

    static Refused nameTaken(RegisteredModelRow by) {
        return refused(Rejection.newBuilder()
                .setRegisteredModelNameTaken(
                        RegisteredModelNameTaken.newBuilder().setName(by.name()).setByPrompt(by.hasPromptTag())));
    }

    static Refused aliasNotFound(String alias) {
        return refused(Rejection.newBuilder()
                .setModelAliasNotFound(ModelAliasNotFound.newBuilder().setAlias(alias)));
    }

    static Refused noLatestVersion(String name, ModelStage stage) {
        return refused(Rejection.newBuilder()
                .setNoLatestModelVersion(
                        NoLatestModelVersion.newBuilder().setName(name).setStage(stage)));
    }

    static Refused copiedVersionIsPrompt(String source) {
        return refused(Rejection.newBuilder()
                .setCopiedVersionIsPrompt(CopiedVersionIsPrompt.newBuilder().setSource(source)));
    }

    static Refused copiedVersionDiffers(String source) {
        return refused(Rejection.newBuilder()
                .setCopiedVersionDiffers(CopiedVersionDiffers.newBuilder().setSource(source)));
    }

    private static Refused refused(Rejection.Builder rejection) {
        return new Refused(rejection.build());
    }
}
