package io.runstream.api.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to creating, getting or finalizing a logged model. */
public record LoggedModelResponse(@JsonProperty("model") LoggedModel model) {}
