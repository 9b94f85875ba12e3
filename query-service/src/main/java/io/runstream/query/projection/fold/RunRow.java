package io.runstream.query.projection.fold;

import io.runstream.event.v1.ExperimentLifecycle;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.RunState;
import io.runstream.event.v1.RunStatus;
import io.runstream.id.RunId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code run}.
 *
 * @param status number of a {@link RunStatus}
 * @param endTime milliseconds since the epoch; null while the run has none
 * @param deleted by the run's own deletions and restorations
 * @param lifecycleChangedAt accepted time that {@code deleted} comes from; never goes back
 */
public record RunRow(
        UUID runId,
        long experimentId,
        String name,
        String userId,
        int status,
        long startTime,
        @Nullable Long endTime,
        String artifactUri,
        boolean deleted,
        long lifecycleChangedAt) {

    static RunRow from(UUID runId, RunCreated event, long acceptedAt) {
        return new RunRow(
                runId,
                event.getExperimentId(),
                event.getName(),
                event.getUserId(),
                RunStatus.RUN_STATUS_RUNNING_VALUE,
                event.getStartTime(),
                null,
                event.getArtifactUri(),
                false,
                acceptedAt);
    }

    RunRow renamed(String newName) {
        return new RunRow(
                runId,
                experimentId,
                newName,
                userId,
                status,
                startTime,
                endTime,
                artifactUri,
                deleted,
                lifecycleChangedAt);
    }

    RunRow withStatus(int newStatus) {
        return new RunRow(
                runId,
                experimentId,
                name,
                userId,
                newStatus,
                startTime,
                endTime,
                artifactUri,
                deleted,
                lifecycleChangedAt);
    }

    RunRow withEndTime(@Nullable Long newEndTime) {
        return new RunRow(
                runId,
                experimentId,
                name,
                userId,
                status,
                startTime,
                newEndTime,
                artifactUri,
                deleted,
                lifecycleChangedAt);
    }

    /** Deleting what is deleted counts too: the experiment may have been restored in between. */
    RunRow withLifecycle(boolean nowDeleted, long acceptedAt) {
        return new RunRow(
                runId,
                experimentId,
                name,
                userId,
                status,
                startTime,
                endTime,
                artifactUri,
                nowDeleted,
                Math.max(lifecycleChangedAt, acceptedAt));
    }

    /** By whichever changed last, the run or its experiment. */
    boolean isDeleted(ExperimentLifecycle experiment) {
        return experiment.getChangedAt() > lifecycleChangedAt ? experiment.getDeleted() : deleted;
    }

    /** Another creation of a run that is there: a repetition, unless what can't change differs. */
    boolean isSameCreation(RunCreated event) {
        return experimentId == event.getExperimentId()
                && startTime == event.getStartTime()
                && userId.equals(event.getUserId())
                && artifactUri.equals(event.getArtifactUri());
    }

    RunState toState() {
        RunState.Builder state = RunState.newBuilder()
                .setRunId(new RunId(runId).toString())
                .setExperimentId(experimentId)
                .setName(name)
                .setUserId(userId)
                .setStatusValue(status)
                .setStartTime(startTime)
                .setArtifactUri(artifactUri)
                .setDeleted(deleted)
                .setLifecycleChangedAt(lifecycleChangedAt);
        if (endTime != null) {
            state.setEndTime(endTime);
        }
        return state.build();
    }
}
