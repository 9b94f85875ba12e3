package io.runstream.query.projection.event;

import io.runstream.event.v1.TrackingEvent;

/** Whom an event is about. Ids are as they stand in the event, perhaps nobody's. */
sealed interface EventSubject {
    EventSubject ALL_EXPERIMENTS = new Experiments();
    EventSubject REGISTRY = new Registry();

    record Run(String id) implements EventSubject {}

    record Model(String id) implements EventSubject {}

    record Experiments() implements EventSubject {}

    record Registry() implements EventSubject {}

    /** @param event of a kind that this version knows */
    static EventSubject of(TrackingEvent event) {
        return switch (event.getEventCase()) {
            case RUN_CREATED -> new Run(event.getRunCreated().getRunId());
            case DATA_LOGGED -> new Run(event.getDataLogged().getRunId());
            case INPUTS_LOGGED -> new Run(event.getInputsLogged().getRunId());
            case OUTPUTS_LOGGED -> new Run(event.getOutputsLogged().getRunId());
            case UPDATE_RUN -> new Run(event.getUpdateRun().getRunId());
            case DELETE_RUN -> new Run(event.getDeleteRun().getRunId());
            case RESTORE_RUN -> new Run(event.getRestoreRun().getRunId());
            case LOG_PARAMS -> new Run(event.getLogParams().getRunId());
            case DELETE_RUN_TAG -> new Run(event.getDeleteRunTag().getRunId());
            case DESCRIBE_RUN -> new Run(event.getDescribeRun().getRunId());
            case RECORD_MODEL_IN_RUN -> new Run(event.getRecordModelInRun().getRunId());
            case LOGGED_MODEL_CREATED -> new Model(event.getLoggedModelCreated().getModelId());
            case LOGGED_MODEL_TAGS_SET ->
                new Model(event.getLoggedModelTagsSet().getModelId());
            case LOGGED_MODEL_DELETED -> new Model(event.getLoggedModelDeleted().getModelId());
            case MODEL_VERSION_REGISTERED ->
                new Model(event.getModelVersionRegistered().getModelId());
            case FINALIZE_LOGGED_MODEL ->
                new Model(event.getFinalizeLoggedModel().getModelId());
            case LOG_LOGGED_MODEL_PARAMS ->
                new Model(event.getLogLoggedModelParams().getModelId());
            case DELETE_LOGGED_MODEL_TAG ->
                new Model(event.getDeleteLoggedModelTag().getModelId());
            case DESCRIBE_LOGGED_MODEL ->
                new Model(event.getDescribeLoggedModel().getModelId());
            case CREATE_EXPERIMENT,
                    RENAME_EXPERIMENT,
                    DELETE_EXPERIMENT,
                    RESTORE_EXPERIMENT,
                    SET_EXPERIMENT_TAG,
                    DELETE_EXPERIMENT_TAG,
                    ENSURE_DEFAULT_EXPERIMENT,
                    DESCRIBE_EXPERIMENT -> ALL_EXPERIMENTS;
            case CREATE_REGISTERED_MODEL,
                    RENAME_REGISTERED_MODEL,
                    UPDATE_REGISTERED_MODEL,
                    DELETE_REGISTERED_MODEL,
                    SET_REGISTERED_MODEL_TAG,
                    DELETE_REGISTERED_MODEL_TAG,
                    SET_REGISTERED_MODEL_ALIAS,
                    DELETE_REGISTERED_MODEL_ALIAS,
                    CREATE_MODEL_VERSION,
                    UPDATE_MODEL_VERSION,
                    TRANSITION_MODEL_VERSION_STAGE,
                    DELETE_MODEL_VERSION,
                    SET_MODEL_VERSION_TAG,
                    DELETE_MODEL_VERSION_TAG -> REGISTRY;
            case EVENT_NOT_SET -> throw new IllegalArgumentException("No event is set");
        };
    }
}
