package io.runstream.ingest.log;

import io.runstream.api.registry.ModelStage;
import io.runstream.error.ApiException;
import io.runstream.error.RegistryErrors;
import io.runstream.event.v1.ModelVersionNotFound;
import io.runstream.event.v1.NoLatestModelVersion;
import io.runstream.event.v1.Rejection;

/** {@link Rejections} of commands on the model registry. */
final class RegistryRejections {
    private RegistryRejections() {}

    static ApiException toError(Rejection rejection) {
        return switch (rejection.getReasonCase()) {
            case REGISTERED_MODEL_NOT_FOUND ->
                RegistryErrors.modelNotFound(
                        rejection.getRegisteredModelNotFound().getName());
            case REGISTERED_MODEL_NAME_TAKEN ->
                RegistryErrors.nameTaken(rejection.getRegisteredModelNameTaken().getName());
            case MODEL_VERSION_NOT_FOUND -> versionNotFound(rejection.getModelVersionNotFound());
            case MODEL_ALIAS_NOT_FOUND ->
                RegistryErrors.aliasNotFound(rejection.getModelAliasNotFound().getAlias());
            case NO_LATEST_MODEL_VERSION -> noLatest(rejection.getNoLatestModelVersion());
            case COPIED_VERSION_IS_PROMPT ->
                RegistryErrors.sourceIsPrompt(
                        rejection.getCopiedVersionIsPrompt().getSource());
            case COPIED_VERSION_DIFFERS ->
                RegistryErrors.sourceDiffers(rejection.getCopiedVersionDiffers().getSource());
            default -> throw new IllegalArgumentException("Not of the registry: " + rejection.getReasonCase());
        };
    }

    private static ApiException versionNotFound(ModelVersionNotFound rejected) {
        return RegistryErrors.versionNotFound(rejected.getName(), Integer.toString(rejected.getVersion()));
    }

    private static ApiException noLatest(NoLatestModelVersion rejected) {
        int stage = rejected.getStageValue();
        return RegistryErrors.noVersionIn(
                rejected.getName(), stage == 0 ? null : ModelStage.of(stage).word());
    }
}
