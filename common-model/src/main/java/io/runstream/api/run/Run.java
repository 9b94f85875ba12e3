package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A run with what it logged.
 *
 * @param outputs null leaves it out, as in the answer to {@code runs/create}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Run(
        @JsonProperty("info") RunInfo info,
        @JsonProperty("data") RunData data,
        @JsonProperty("inputs") RunInputs inputs,
        @JsonProperty("outputs") @Nullable RunOutputs outputs) {}
