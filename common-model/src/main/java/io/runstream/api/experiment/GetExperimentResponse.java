package io.runstream.api.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to {@code experiments/get} and {@code experiments/get-by-name}. */
public record GetExperimentResponse(
        @JsonProperty("experiment") Experiment experiment) {}
