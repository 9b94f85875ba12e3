package io.runstream.api.registry;

import io.runstream.api.request.RequestFields;
import io.runstream.error.RegistryErrors;

/**
 * {@code model-versions/transition-stage}.
 *
 * @param archiveExisting whether the others in that stage are to leave it; only for an active stage
 */
public record TransitionStageRequest(ModelVersionId version, ModelStage stage, boolean archiveExisting) {
    public static TransitionStageRequest from(RequestFields fields) {
        String name = fields.requiredString("name");
        String version = fields.requiredString("version");
        String word = fields.requiredString("stage");
        boolean archiveExisting = fields.bool("archive_existing_versions", false);
        ModelStage stage = ModelStage.parse(word);
        if (archiveExisting && !stage.isActive()) {
            throw RegistryErrors.nothingToArchive(word);
        }
        return new TransitionStageRequest(ModelVersionId.of(name, version), stage, archiveExisting);
    }
}
