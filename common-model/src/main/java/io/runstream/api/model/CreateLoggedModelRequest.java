package io.runstream.api.model;

import io.runstream.api.KeyValue;
import io.runstream.api.request.RequestFields;
import io.runstream.error.LoggedModelErrors;
import io.runstream.id.ExperimentId;
import io.runstream.limit.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST logged-models}.
 *
 * @param name null for a generated one
 * @param modelType empty if absent
 * @param sourceRunId empty if absent; MLflow takes any word, be it no run's id
 * @param params with distinct keys
 * @param tags with distinct keys
 */
public record CreateLoggedModelRequest(
        ExperimentId experiment,
        @Nullable String name,
        String modelType,
        String sourceRunId,
        List<KeyValue> params,
        List<KeyValue> tags) {
    /** The name becomes part of paths and URIs. */
    private static final String FORBIDDEN_IN_NAMES = "/:.%\"'";

    public static CreateLoggedModelRequest from(RequestFields fields) {
        String experiment = fields.requiredString("experiment_id");
        return new CreateLoggedModelRequest(
                ExperimentId.parse(experiment),
                name(fields),
                LoggedModelFields.limited(fields, "model_type", Limits.MODEL_TYPE_LENGTH),
                LoggedModelFields.limited(fields, "source_run_id", Limits.MODEL_SOURCE_RUN_LENGTH),
                LoggedModelFields.distinctParams(fields),
                LoggedModelFields.distinctTags(fields));
    }

    private static @Nullable String name(RequestFields fields) {
        String name = LoggedModelFields.limited(fields, "name", Limits.MODEL_NAME_LENGTH);
        if (name.chars().anyMatch(c -> FORBIDDEN_IN_NAMES.indexOf(c) >= 0)) {
            throw LoggedModelErrors.invalidName(name);
        }
        return name.isEmpty() ? null : name;
    }
}
