package io.runstream.api.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer of whatever tells about one version. */
public record ModelVersionResponse(
        @JsonProperty("model_version") ModelVersion modelVersion) {}
