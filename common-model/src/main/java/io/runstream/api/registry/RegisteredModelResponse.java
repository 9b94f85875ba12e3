package io.runstream.api.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer of whatever tells about one registered model. */
public record RegisteredModelResponse(
        @JsonProperty("registered_model") RegisteredModel registeredModel) {}
