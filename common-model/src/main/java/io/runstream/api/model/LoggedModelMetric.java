package io.runstream.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A point that a run measured of a model.
 *
 * @param value NaN is written as the string {@code "NaN"}; never infinite
 * @param timestamp milliseconds since the epoch, as the client gave it
 * @param datasetName what it was measured on; null if the client named none, like the digest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoggedModelMetric(
        @JsonProperty("key") String key,
        @JsonProperty("value") double value,
        @JsonProperty("timestamp") long timestamp,
        @JsonProperty("step") long step,
        @JsonProperty("dataset_name") @Nullable String datasetName,
        @JsonProperty("dataset_digest") @Nullable String datasetDigest,
        @JsonProperty("model_id") String modelId,
        @JsonProperty("run_id") String runId) {}
