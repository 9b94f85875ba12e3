package io.runstream.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.api.KeyValue;
import java.util.List;

/**
 * What was logged about a model; {@code {}} if nothing was.
 *
 * @param params in order of their keys
 * @param metrics every point, not only the latest
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LoggedModelData(
        @JsonProperty("params") List<KeyValue> params,
        @JsonProperty("metrics") List<LoggedModelMetric> metrics) {}
