package io.runstream.query.projection.event;

import com.google.protobuf.Message;
import io.runstream.event.v1.Dataset;
import io.runstream.event.v1.DatasetInput;
import io.runstream.event.v1.InputsLogged;
import io.runstream.event.v1.LogParams;
import io.runstream.event.v1.LoggedModelCreated;
import io.runstream.event.v1.Metric;
import io.runstream.event.v1.ModelInput;
import io.runstream.event.v1.ModelOutput;
import io.runstream.event.v1.Param;
import io.runstream.event.v1.RunCreated;
import io.runstream.event.v1.Tag;
import io.runstream.event.v1.TrackingEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds U+0000, the one character that Postgres' text can't hold. Ingest refuses it; other writers may not. Run ids need
 * no look: they are hex digits or refused as ids.
 */
final class UnstorableText {
    private static final String FOUND = "a text holds U+0000";

    private UnstorableText() {}

    /** A sentence for the dead letter; null if all is well. */
    static @Nullable String findIn(TrackingEvent event) {
        boolean found = event.hasIdempotency() && isIn(event.getIdempotency().getKey()) || isInContent(event);
        return found ? FOUND : null;
    }

    private static boolean isInContent(TrackingEvent event) {
        return switch (event.getEventCase()) {
            case RUN_CREATED -> isIn(event.getRunCreated());
            case DATA_LOGGED ->
                isInMetrics(event.getDataLogged().getMetricsList())
                        || isInTags(event.getDataLogged().getTagsList());
            case LOG_PARAMS -> isIn(event.getLogParams());
            case INPUTS_LOGGED -> isIn(event.getInputsLogged());
            case OUTPUTS_LOGGED ->
                event.getOutputsLogged().getModelsList().stream()
                        .map(ModelOutput::getModelId)
                        .anyMatch(UnstorableText::isIn);
            case UPDATE_RUN -> isIn(event.getUpdateRun().getName());
            case DELETE_RUN_TAG -> isIn(event.getDeleteRunTag().getKey());
            case CREATE_EXPERIMENT ->
                isIn(event.getCreateExperiment().getName())
                        || isIn(event.getCreateExperiment().getArtifactLocation())
                        || isIn(event.getCreateExperiment().getDefaultArtifactRoot())
                        || isInTags(event.getCreateExperiment().getTagsList());
            case RENAME_EXPERIMENT -> isIn(event.getRenameExperiment().getName());
            case SET_EXPERIMENT_TAG ->
                isIn(event.getSetExperimentTag().getKey())
                        || isIn(event.getSetExperimentTag().getValue());
            case DELETE_EXPERIMENT_TAG -> isIn(event.getDeleteExperimentTag().getKey());
            case ENSURE_DEFAULT_EXPERIMENT ->
                isIn(event.getEnsureDefaultExperiment().getDefaultArtifactRoot());
            case RECORD_MODEL_IN_RUN -> isIn(event.getRecordModelInRun().getModelJson());
            case LOGGED_MODEL_CREATED -> isIn(event.getLoggedModelCreated());
            case LOGGED_MODEL_TAGS_SET -> isInTags(event.getLoggedModelTagsSet().getTagsList());
            case LOG_LOGGED_MODEL_PARAMS ->
                isInParams(event.getLogLoggedModelParams().getParamsList());
            case DELETE_LOGGED_MODEL_TAG -> isIn(event.getDeleteLoggedModelTag().getKey());
            case MODEL_VERSION_REGISTERED ->
                isIn(event.getModelVersionRegistered().getName());
            case LOGGED_MODEL_DELETED,
                    FINALIZE_LOGGED_MODEL,
                    DESCRIBE_LOGGED_MODEL,
                    DELETE_RUN,
                    RESTORE_RUN,
                    DESCRIBE_RUN,
                    DELETE_EXPERIMENT,
                    RESTORE_EXPERIMENT,
                    DESCRIBE_EXPERIMENT,
                    EVENT_NOT_SET -> false;
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
                    DELETE_MODEL_VERSION_TAG -> isInAnyField(event);
        };
    }

    private static boolean isIn(RunCreated run) {
        return isIn(run.getName())
                || isIn(run.getUserId())
                || isIn(run.getArtifactUri())
                || isInTags(run.getTagsList());
    }

    private static boolean isIn(LogParams params) {
        return isInParams(params.getParamsList())
                || isInMetrics(params.getMetricsList())
                || isInTags(params.getTagsList());
    }

    private static boolean isIn(LoggedModelCreated model) {
        return isIn(model.getName())
                || isIn(model.getModelType())
                || isIn(model.getSourceRunId())
                || isIn(model.getArtifactUri())
                || isInParams(model.getParamsList())
                || isInTags(model.getTagsList());
    }

    private static boolean isIn(InputsLogged inputs) {
        for (DatasetInput input : inputs.getDatasetsList()) {
            Dataset dataset = input.getDataset();
            if (isIn(dataset.getName())
                    || isIn(dataset.getDigest())
                    || isIn(dataset.getSourceType())
                    || isIn(dataset.getSource())
                    || isIn(dataset.getSchema())
                    || isIn(dataset.getProfile())
                    || isInTags(input.getTagsList())) {
                return true;
            }
        }
        return inputs.getModelsList().stream().map(ModelInput::getModelId).anyMatch(UnstorableText::isIn);
    }

    private static boolean isInMetrics(List<Metric> metrics) {
        for (Metric metric : metrics) {
            if (isIn(metric.getKey())
                    || isIn(metric.getModelId())
                    || isIn(metric.getDatasetName())
                    || isIn(metric.getDatasetDigest())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInParams(List<Param> params) {
        for (Param param : params) {
            if (isIn(param.getKey()) || isIn(param.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTags(List<Tag> tags) {
        for (Tag tag : tags) {
            if (isIn(tag.getKey()) || isIn(tag.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** For events that are few. */
    private static boolean isInAnyField(Message message) {
        return message.getAllFields().values().stream().anyMatch(UnstorableText::isInAny);
    }

    private static boolean isInAny(Object value) {
        return switch (value) {
            case String text -> isIn(text);
            case Message message -> isInAnyField(message);
            case List<?> list -> list.stream().anyMatch(UnstorableText::isInAny);
            default -> false;
        };
    }

    private static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }
}
