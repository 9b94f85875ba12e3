package io.runstream.query.projection.fold.registry;

import io.runstream.api.registry.ModelStage;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code model_version}. Times are milliseconds since the epoch.
 *
 * @param description null after an update without one
 * @param storageLocation where its files are
 * @param runId null in a copy of a version that has none
 * @param modelId the logged model it is made of; empty if there is none
 * @param tags in order of their keys; not to be changed
 */
public record ModelVersionRow(
        ModelVersionKey key,
        long creationTime,
        long lastUpdateTime,
        ModelStage stage,
        @Nullable String description,
        String source,
        String storageLocation,
        @Nullable String runId,
        String runLink,
        String modelId,
        SortedMap<String, String> tags) {

    ModelVersionRow described(@Nullable String newDescription, long acceptedAt) {
        return new ModelVersionRow(
                key,
                creationTime,
                later(acceptedAt),
                stage,
                newDescription,
                source,
                storageLocation,
                runId,
                runLink,
                modelId,
                tags);
    }

    ModelVersionRow in(ModelStage newStage, long acceptedAt) {
        return new ModelVersionRow(
                key,
                creationTime,
                later(acceptedAt),
                newStage,
                description,
                source,
                storageLocation,
                runId,
                runLink,
                modelId,
                tags);
    }

    /** Its model got another name. */
    ModelVersionRow touched(long acceptedAt) {
        return in(stage, acceptedAt);
    }

    ModelVersionRow withTags(Consumer<SortedMap<String, String>> change) {
        SortedMap<String, String> changed = new TreeMap<>(tags);
        change.accept(changed);
        return new ModelVersionRow(
                key,
                creationTime,
                lastUpdateTime,
                stage,
                description,
                source,
                storageLocation,
                runId,
                runLink,
                modelId,
                changed);
    }

    private long later(long acceptedAt) {
        return Math.max(lastUpdateTime, acceptedAt);
    }
}
