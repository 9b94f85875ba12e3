package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to {@code runs/get}. */
public record GetRunResponse(@JsonProperty("run") Run run) {}
