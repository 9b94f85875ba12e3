package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to {@code runs/create} and {@code runs/get}. */
public record RunResponse(@JsonProperty("run") Run run) {}
