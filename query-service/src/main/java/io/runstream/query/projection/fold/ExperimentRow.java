package io.runstream.query.projection.fold;

import io.runstream.event.v1.ExperimentState;

/**
 * A row of the table {@code experiment}. Times are milliseconds since the epoch.
 *
 * @param lifecycleChangedAt accepted time that {@code deleted} comes from; never goes back
 */
public record ExperimentRow(
        long experimentId,
        String name,
        String artifactLocation,
        boolean deleted,
        long lifecycleChangedAt,
        long creationTime,
        long lastUpdateTime) {

    static ExperimentRow created(long id, String name, String artifactLocation, long acceptedAt) {
        return new ExperimentRow(id, name, artifactLocation, false, acceptedAt, acceptedAt, acceptedAt);
    }

    ExperimentRow renamed(String newName, long acceptedAt) {
        return new ExperimentRow(
                experimentId,
                newName,
                artifactLocation,
                deleted,
                lifecycleChangedAt,
                creationTime,
                Math.max(lastUpdateTime, acceptedAt));
    }

    ExperimentRow withLifecycle(boolean nowDeleted, long acceptedAt) {
        return new ExperimentRow(
                experimentId,
                name,
                artifactLocation,
                nowDeleted,
                Math.max(lifecycleChangedAt, acceptedAt),
                creationTime,
                Math.max(lastUpdateTime, acceptedAt));
    }

    ExperimentState toState() {
        return ExperimentState.newBuilder()
                .setExperimentId(experimentId)
                .setName(name)
                .setArtifactLocation(artifactLocation)
                .setDeleted(deleted)
                .setLifecycleChangedAt(lifecycleChangedAt)
                .build();
    }
}
