package io.runstream.query.projection.fold.registry;

import io.runstream.api.registry.ModelStage;
import io.runstream.event.v1.CreateModelVersion;
import io.runstream.event.v1.ModelVersionReference;
import io.runstream.event.v1.Tag;
import io.runstream.query.projection.fold.registry.RegistryVerdict.Refused;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a version comes into being: from files, or as a copy of another version. */
final class VersionCreation {
    private final RegistryState state;

    VersionCreation(RegistryState state) {
        this.state = state;
    }

    /** What a version gets from where it comes from. */
    private record Origin(
            String source, String storageLocation, @Nullable String runId) {}

    RegistryVerdict create(CreateModelVersion command, long at) {
        return command.hasCopied()
                ? copy(command, command.getCopied(), at)
                : create(
                        command,
                        new Origin(
                                command.getSource(),
                                command.getStorageLocation(),
                                command.hasRunId() ? command.getRunId() : null),
                        at);
    }

    private RegistryVerdict create(CreateModelVersion command, Origin origin, long at) {
        RegisteredModelRow before = state.model(command.getName());
        if (before == null) {
            return RegistryRejections.modelNotFound(command.getName());
        }
        RegisteredModelRow model = before.withNextVersion(at);
        ModelVersionRow version = new ModelVersionRow(
                new ModelVersionKey(model.registration(), model.lastVersion()),
                at,
                at,
                ModelStage.NONE,
                command.getDescription(),
                origin.source(),
                origin.storageLocation(),
                origin.runId(),
                command.getRunLink(),
                command.getModelId(),
                tags(command));
        state.put(model);
        state.put(version);
        return RegistryReplies.of(model, version);
    }

    private static SortedMap<String, String> tags(CreateModelVersion command) {
        SortedMap<String, String> tags = new TreeMap<>();
        for (Tag tag : command.getTagsList()) {
            tags.put(tag.getKey(), tag.getValue());
        }
        return tags;
    }

    private RegistryVerdict copy(CreateModelVersion command, ModelVersionReference reference, long at) {
        RegisteredModelRow original = state.model(reference.getName());
        if (original == null) {
            return RegistryRejections.modelNotFound(reference.getName());
        }
        if (original.isPrompt()) {
            return RegistryRejections.copiedVersionIsPrompt(command.getSource());
        }
        return switch (reference.getVersionCase()) {
            case NUMBER -> copy(command, original, reference.getNumber(), at);
            case ALIAS -> {
                Integer number = original.aliases().get(reference.getAlias());
                yield number == null
                        ? RegistryRejections.aliasNotFound(reference.getAlias())
                        : copy(command, original, number, at);
            }
            case LATEST_IN, VERSION_NOT_SET -> {
                int stage = reference.getLatestInValue();
                Function<ModelVersionRow, RegistryVerdict> copy = version -> copy(command, original, version, at);
                Refused none = RegistryRejections.noLatestVersion(original.name(), reference.getLatestIn());
                yield state.latestVersion(original, stage == 0 ? null : ModelStage.of(stage))
                        .map(copy)
                        .orElse(none);
            }
        };
    }

    private RegistryVerdict copy(CreateModelVersion command, RegisteredModelRow original, int number, long at) {
        ModelVersionRow version = state.version(original, number);
        return version == null
                ? RegistryRejections.versionNotFound(original.name(), number)
                : copy(command, original, version, at);
    }

    private RegistryVerdict copy(
            CreateModelVersion command, RegisteredModelRow original, ModelVersionRow version, long at) {
        String runOfOriginal = version.runId() == null ? "" : version.runId();
        if (command.hasRunId() && !command.getRunId().equals(runOfOriginal)) {
            return RegistryRejections.copiedVersionDiffers(command.getSource());
        }
        Origin origin = new Origin(
                "models:/" + original.name() + "/" + version.key().version(),
                version.storageLocation(),
                command.hasRunId() ? command.getRunId() : version.runId());
        return create(command, origin, at);
    }
}
