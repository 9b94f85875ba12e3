package io.runstream.query.projection.fold;

import io.runstream.event.v1.ExperimentState;

/**
 * A row of the table {@code experiment}. Times are milliseconds since the epoch.
 *
 * @param lifecycleChangedAt accepted time that {@code deleted} comes from; never goes back. 0 if it was never deleted: its
 *     creation says nothing about its runs, which another log may have brought from before
 */
public record ExperimentRow(
        long experimentId,
        String name,
        String artifactLocation,
        boolean deleted,
        long lifecycleChangedAt,
        long creationTime,
        long lastUpdateTime) {
    private static final long NEVER = 0;

    static ExperimentRow created(long id, String name, String artifactLocation, long acceptedAt) {
        return new ExperimentRow(id, name, artifactLocation, false, NEVER, acceptedAt, acceptedAt);
    }

    /** The Default of an imported log is older than the one that its new home had made. */
    ExperimentRow createdNoLaterThan(long acceptedAt) {
        return new ExperimentRow(
                experimentId,
                name,
                artifactLocation,
                deleted,
                lifecycleChangedAt,
                Math.min(creationTime, acceptedAt),
                lastUpdateTime == creationTime ? Math.min(lastUpdateTime, acceptedAt) : lastUpdateTime);
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
