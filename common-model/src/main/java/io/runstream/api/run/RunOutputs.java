package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a run made. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunOutputs(@JsonProperty("model_outputs") List<ModelOutput> modelOutputs) {
    public static final RunOutputs NONE = new RunOutputs(List.of());

    public record ModelOutput(
            @JsonProperty("model_id") String modelId,
            @JsonProperty("step") long step) {}
}
