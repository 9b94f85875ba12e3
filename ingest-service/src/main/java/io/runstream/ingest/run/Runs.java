package io.runstream.ingest.run;

import io.runstream.api.KeyValue;
import io.runstream.api.LifecycleStage;
import io.runstream.api.run.Run;
import io.runstream.api.run.RunData;
import io.runstream.api.run.RunInfo;
import io.runstream.api.run.RunInputs;
import io.runstream.api.run.RunStatus;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.RunState;
import java.util.List;

/** Answers about runs, from what is in the log. */
final class Runs {
    private Runs() {}

    /** A run that has just been created. */
    static Run from(RunCreated run) {
        RunInfo info = new RunInfo(
                run.getRunId(),
                Long.toString(run.getExperimentId()),
                run.getName(),
                run.getUserId(),
                RunStatus.RUNNING,
                run.getStartTime(),
                null,
                run.getArtifactUri(),
                LifecycleStage.ACTIVE);
        List<KeyValue> tags = run.getTagsList().stream()
                .map(tag -> new KeyValue(tag.getKey(), tag.getValue()))
                .toList();
        return new Run(info, new RunData(List.of(), List.of(), tags), RunInputs.NONE, null);
    }

    static RunInfo info(RunState state) {
        return new RunInfo(
                state.getRunId(),
                Long.toString(state.getExperimentId()),
                state.getName(),
                state.getUserId(),
                RunStatus.of(state.getStatusValue()),
                state.getStartTime(),
                state.hasEndTime() ? state.getEndTime() : null,
                state.getArtifactUri(),
                LifecycleStage.of(state.getDeleted()));
    }
}
