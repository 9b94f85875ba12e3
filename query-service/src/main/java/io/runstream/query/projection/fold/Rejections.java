package io.runstream.query.projection.fold;

import io.runstream.event.v1.ExperimentNameTaken;
import io.runstream.event.v1.ExperimentNotActive;
import io.runstream.event.v1.ExperimentNotDeleted;
import io.runstream.event.v1.ExperimentNotFound;
import io.runstream.event.v1.ExperimentTagNotFound;
import io.runstream.event.v1.IdempotencyKeyReused;
import io.runstream.event.v1.LoggedModelNotFound;
import io.runstream.event.v1.LoggedModelParamsChanged;
import io.runstream.event.v1.LoggedModelTagNotFound;
import io.runstream.event.v1.ModelHistoryUnreadable;
import io.runstream.event.v1.ParamChange;
import io.runstream.event.v1.ParamsChanged;
import io.runstream.event.v1.Rejection;
import io.runstream.event.v1.RunNotActive;
import io.runstream.event.v1.RunNotFound;
import io.runstream.event.v1.RunTagNotFound;
import io.runstream.query.projection.fold.Outcome.Refused;
import java.util.List;

/** Refusals by their reason. */
final class Rejections {
    private Rejections() {}

    static Refused runNotFound(String runId) {
        return refused(
                Rejection.newBuilder().setRunNotFound(RunNotFound.newBuilder().setRunId(runId)));
    }

    static Refused runNotActive(String runId) {
        return refused(
                Rejection.newBuilder().setRunNotActive(RunNotActive.newBuilder().setRunId(runId)));
    }

    static Refused paramsChanged(String runId, List<ParamChange> changes) {
        return refused(Rejection.newBuilder()
                .setParamsChanged(ParamsChanged.newBuilder().setRunId(runId).addAllChanges(changes)));
    }

    static Refused runTagNotFound(String runId, String key) {
        return refused(Rejection.newBuilder()
                .setRunTagNotFound(RunTagNotFound.newBuilder().setRunId(runId).setKey(key)));
    }

    static Refused modelNotFound(String modelId) {
        return refused(Rejection.newBuilder()
                .setLoggedModelNotFound(LoggedModelNotFound.newBuilder().setModelId(modelId)));
    }

    static Refused modelParamsChanged(String modelId, List<ParamChange> changes) {
        return refused(Rejection.newBuilder()
                .setLoggedModelParamsChanged(LoggedModelParamsChanged.newBuilder()
                        .setModelId(modelId)
                        .addAllChanges(changes)));
    }

    static Refused modelTagNotFound(String modelId, String key) {
        return refused(Rejection.newBuilder()
                .setLoggedModelTagNotFound(
                        LoggedModelTagNotFound.newBuilder().setModelId(modelId).setKey(key)));
    }

    static Refused modelHistoryUnreadable(String runId) {
        return refused(Rejection.newBuilder()
                .setModelHistoryUnreadable(ModelHistoryUnreadable.newBuilder().setRunId(runId)));
    }

    static Refused experimentNotFound(long id) {
        return refused(Rejection.newBuilder()
                .setExperimentNotFound(ExperimentNotFound.newBuilder().setExperimentId(id)));
    }

    static Refused experimentNotActive(long id) {
        return refused(Rejection.newBuilder()
                .setExperimentNotActive(ExperimentNotActive.newBuilder().setExperimentId(id)));
    }

    static Refused experimentNotDeleted(long id) {
        return refused(Rejection.newBuilder()
                .setExperimentNotDeleted(ExperimentNotDeleted.newBuilder().setExperimentId(id)));
    }

    static Refused experimentNameTaken(String name) {
        return refused(Rejection.newBuilder()
                .setExperimentNameTaken(ExperimentNameTaken.newBuilder().setName(name)));
    }

    static Refused experimentTagNotFound(long id, String key) {
        return refused(Rejection.newBuilder()
                .setExperimentTagNotFound(
                        ExperimentTagNotFound.newBuilder().setExperimentId(id).setKey(key)));
    }

    static Refused idempotencyKeyReused(String key) {
        return refused(Rejection.newBuilder()
                .setIdempotencyKeyReused(IdempotencyKeyReused.newBuilder().setKey(key)));
    }

    private static Refused refused(Rejection.Builder rejection) {
        return new Refused(rejection.build());
    }
}
