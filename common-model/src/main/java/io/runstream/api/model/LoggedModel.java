package io.runstream.api.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A model that was logged to an experiment, before and apart from any registry. */
public record LoggedModel(
        @JsonProperty("info") LoggedModelInfo info,
        @JsonProperty("data") LoggedModelData data) {}
