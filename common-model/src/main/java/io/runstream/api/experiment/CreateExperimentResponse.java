package io.runstream.api.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to {@code experiments/create}. */
public record CreateExperimentResponse(
        @JsonProperty("experiment_id") String experimentId) {}
