package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to {@code runs/update}. */
public record RunInfoResponse(@JsonProperty("run_info") RunInfo runInfo) {}
