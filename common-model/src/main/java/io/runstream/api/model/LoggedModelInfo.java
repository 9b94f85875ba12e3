package io.runstream.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.runstream.api.KeyValue;
import java.util.List;

/**
 * What a logged model is.
 *
 * @param createdAt milliseconds since the epoch
 * @param updatedAt milliseconds since the epoch; moves with the status and on deletion, not with params and tags
 * @param modelType empty if the client sent none
 * @param sourceRunId empty if the client sent none
 * @param tags in order of their keys; left out if empty
 */
@JsonPropertyOrder({
    "model_id",
    "experiment_id",
    "name",
    "creation_timestamp_ms",
    "last_updated_timestamp_ms",
    "artifact_uri",
    "status",
    "model_type",
    "source_run_id",
    "tags"
})
public record LoggedModelInfo(
        @JsonProperty("model_id") String modelId,
        @JsonProperty("experiment_id") String experimentId,
        @JsonProperty("name") String name,
        @JsonProperty("creation_timestamp_ms") long createdAt,
        @JsonProperty("last_updated_timestamp_ms") long updatedAt,
        @JsonProperty("artifact_uri") String artifactUri,
        @JsonProperty("status") LoggedModelStatus status,
        @JsonProperty("model_type") String modelType,
        @JsonProperty("source_run_id") String sourceRunId,

        @JsonProperty("tags") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<KeyValue> tags) {}
