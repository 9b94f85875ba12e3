package io.runstream.ingest.log;

import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.runstream.error.ExperimentErrors;
import io.runstream.error.LoggedModelErrors;
import io.runstream.error.RequestErrors;
import io.runstream.error.RunErrors;
import io.runstream.error.RunErrors.ParamConflict;
import io.runstream.event.v1.LoggedModelParamsChanged;
import io.runstream.event.v1.ParamChange;
import io.runstream.event.v1.ParamsChanged;
import io.runstream.event.v1.Rejection;

/** From what a projector says to what MLflow says. */
public final class Rejections {
    private Rejections() {}

    public static ApiException toError(Rejection rejection) {
        return switch (rejection.getReasonCase()) {
            case RUN_NOT_FOUND -> RunErrors.notFound(rejection.getRunNotFound().getRunId());
            case RUN_NOT_ACTIVE ->
                RunErrors.notActive(rejection.getRunNotActive().getRunId());
            case PARAMS_CHANGED -> paramsChanged(rejection.getParamsChanged());
            case RUN_TAG_NOT_FOUND ->
                RunErrors.tagNotFound(
                        rejection.getRunTagNotFound().getRunId(),
                        rejection.getRunTagNotFound().getKey());
            case EXPERIMENT_NOT_FOUND ->
                ExperimentErrors.notFound(rejection.getExperimentNotFound().getExperimentId());
            case EXPERIMENT_NOT_ACTIVE ->
                ExperimentErrors.notActive(rejection.getExperimentNotActive().getExperimentId());
            // MLflow looks for a deleted experiment to restore, and finds none.
            case EXPERIMENT_NOT_DELETED ->
                ExperimentErrors.notFound(rejection.getExperimentNotDeleted().getExperimentId());
            case EXPERIMENT_NAME_TAKEN ->
                ExperimentErrors.nameTaken(rejection.getExperimentNameTaken().getName());
            case EXPERIMENT_TAG_NOT_FOUND ->
                ExperimentErrors.tagNotFound(
                        rejection.getExperimentTagNotFound().getExperimentId(),
                        rejection.getExperimentTagNotFound().getKey());
            case LOGGED_MODEL_NOT_FOUND ->
                LoggedModelErrors.notFound(rejection.getLoggedModelNotFound().getModelId());
            case LOGGED_MODEL_PARAMS_CHANGED -> modelParamsChanged(rejection.getLoggedModelParamsChanged());
            case LOGGED_MODEL_TAG_NOT_FOUND ->
                LoggedModelErrors.tagNotFound(
                        rejection.getLoggedModelTagNotFound().getModelId(),
                        rejection.getLoggedModelTagNotFound().getKey());
            case MODEL_HISTORY_UNREADABLE ->
                LoggedModelErrors.historyUnreadable(
                        rejection.getModelHistoryUnreadable().getRunId());
            case REGISTERED_MODEL_NOT_FOUND,
                    REGISTERED_MODEL_NAME_TAKEN,
                    MODEL_VERSION_NOT_FOUND,
                    MODEL_ALIAS_NOT_FOUND,
                    NO_LATEST_MODEL_VERSION,
                    COPIED_VERSION_IS_PROMPT,
                    COPIED_VERSION_DIFFERS -> RegistryRejections.toError(rejection);
            case IDEMPOTENCY_KEY_REUSED -> RequestErrors.idempotencyKeyReused();
            case EVENT_NOT_APPLICABLE, REASON_NOT_SET ->
                new ApiException(
                        ErrorCode.INVALID_PARAMETER_VALUE,
                        "The request can't be applied: "
                                + rejection.getEventNotApplicable().getReason());
        };
    }

    private static ApiException paramsChanged(ParamsChanged rejected) {
        return RunErrors.paramsChanged(
                rejected.getRunId(),
                rejected.getChangesList().stream().map(Rejections::conflict).toList());
    }

    private static ApiException modelParamsChanged(LoggedModelParamsChanged rejected) {
        return LoggedModelErrors.paramsChanged(
                rejected.getModelId(),
                rejected.getChangesList().stream().map(Rejections::conflict).toList());
    }

    /** For the endpoint that logs one param, and names it in other words. */
    public static ApiException toSingleParamError(Rejection rejection) {
        return rejection.hasParamsChanged()
                ? RunErrors.paramChanged(
                        rejection.getParamsChanged().getRunId(),
                        conflict(rejection.getParamsChanged().getChanges(0)))
                : toError(rejection);
    }

    private static ParamConflict conflict(ParamChange change) {
        return new ParamConflict(change.getKey(), change.getOldValue(), change.getNewValue());
    }
}
