package io.runstream.query.projection.event;

import io.runstream.event.v1.TrackingEvent;
import org.jspecify.annotations.Nullable;

/** Whom an event is about. */
final class EventSubject {
    private EventSubject() {}

    /** The run's id as it stands in the event; null if the event is about experiments. */
    static @Nullable String runOf(TrackingEvent event) {
        return switch (event.getEventCase()) {
            case RUN_CREATED -> event.getRunCreated().getRunId();
            case DATA_LOGGED -> event.getDataLogged().getRunId();
            case INPUTS_LOGGED -> event.getInputsLogged().getRunId();
            case OUTPUTS_LOGGED -> event.getOutputsLogged().getRunId();
            case UPDATE_RUN -> event.getUpdateRun().getRunId();
            case DELETE_RUN -> event.getDeleteRun().getRunId();
            case RESTORE_RUN -> event.getRestoreRun().getRunId();
            case LOG_PARAMS -> event.getLogParams().getRunId();
            case DELETE_RUN_TAG -> event.getDeleteRunTag().getRunId();
            case DESCRIBE_RUN -> event.getDescribeRun().getRunId();
            case CREATE_EXPERIMENT,
                    RENAME_EXPERIMENT,
                    DELETE_EXPERIMENT,
                    RESTORE_EXPERIMENT,
                    SET_EXPERIMENT_TAG,
                    DELETE_EXPERIMENT_TAG,
                    ENSURE_DEFAULT_EXPERIMENT,
                    DESCRIBE_EXPERIMENT,
                    EVENT_NOT_SET -> null;
        };
    }
}
