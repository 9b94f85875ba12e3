package io.runstream.ingest.registry;

import io.runstream.api.KeyValue;
import io.runstream.api.registry.ModelStage;
import io.runstream.api.registry.ModelVersion;
import io.runstream.api.registry.RegisteredModel;
import io.runstream.event.v1.ModelVersionState;
import io.runstream.event.v1.RegisteredModelState;
import io.runstream.event.v1.Tag;
import java.util.List;

/** Answers about the registry, from what the projector said. */
final class RegistryAnswers {
    private RegistryAnswers() {}

    static RegisteredModel model(RegisteredModelState state) {
        return new RegisteredModel(
                state.getName(),
                state.getCreationTime(),
                state.getLastUpdateTime(),
                state.getDescription(),
                state.getLatestVersionsList().stream()
                        .map(RegistryAnswers::version)
                        .toList(),
                tags(state.getTagsList()),
                state.getAliasesList().stream()
                        .map(alias -> new RegisteredModel.Alias(alias.getAlias(), Integer.toString(alias.getVersion())))
                        .toList());
    }

    static ModelVersion version(ModelVersionState state) {
        return new ModelVersion(
                state.getName(),
                Integer.toString(state.getVersion()),
                state.getCreationTime(),
                state.getLastUpdateTime(),
                ModelStage.of(state.getStageValue()).word(),
                state.hasDescription() ? state.getDescription() : null,
                state.getSource(),
                state.hasRunId() ? state.getRunId() : null,
                tags(state.getTagsList()),
                state.getRunLink(),
                List.copyOf(state.getAliasesList()));
    }

    private static List<KeyValue> tags(List<Tag> tags) {
        return tags.stream()
                .map(tag -> new KeyValue(tag.getKey(), tag.getValue()))
                .toList();
    }
}
