package io.runstream.query.projection.fold.registry;

import io.runstream.event.v1.ModelAlias;
import io.runstream.event.v1.ModelVersionState;
import io.runstream.event.v1.RegisteredModelState;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.Tag;
import io.runstream.query.projection.fold.registry.RegistryVerdict.Granted;
import java.util.List;
import java.util.Map;

/** Verdicts that tell what came of it. */
final class RegistryReplies {
    private RegistryReplies() {}

    static Granted of(RegisteredModelRow model, List<ModelVersionRow> latestVersions) {
        RegisteredModelState.Builder told = RegisteredModelState.newBuilder()
                .setName(model.name())
                .setCreationTime(model.creationTime())
                .setLastUpdateTime(model.lastUpdateTime())
                .setDescription(model.description())
                .addAllTags(tags(model.tags()));
        latestVersions.forEach(version -> told.addLatestVersions(state(model.name(), version)));
        model.aliases()
                .forEach((alias, version) ->
                        told.addAliases(ModelAlias.newBuilder().setAlias(alias).setVersion(version)));
        return new Granted(Reply.newBuilder().setRegisteredModel(told).build());
    }

    static Granted of(RegisteredModelRow model, ModelVersionRow version) {
        ModelVersionState.Builder told = state(model.name(), version);
        model.aliases().forEach((alias, named) -> {
            if (named == version.key().version()) {
                told.addAliases(alias);
            }
        });
        return new Granted(Reply.newBuilder().setModelVersion(told).build());
    }

    private static ModelVersionState.Builder state(String name, ModelVersionRow version) {
        ModelVersionState.Builder state = ModelVersionState.newBuilder()
                .setName(name)
                .setVersion(version.key().version())
                .setCreationTime(version.creationTime())
                .setLastUpdateTime(version.lastUpdateTime())
                .setStageValue(version.stage().number())
                .setSource(version.source())
                .setRunLink(version.runLink())
                .addAllTags(tags(version.tags()));
        if (version.description() != null) {
            state.setDescription(version.description());
        }
        if (version.runId() != null) {
            state.setRunId(version.runId());
        }
        return state;
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.newBuilder()
                        .setKey(tag.getKey())
                        .setValue(tag.getValue())
                        .build())
                .toList();
    }
}
