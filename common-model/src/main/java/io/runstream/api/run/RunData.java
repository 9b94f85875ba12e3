package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.api.KeyValue;
import java.util.List;

/** What a run logged, each list in order of its keys; empty lists are left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunData(
        @JsonProperty("metrics") List<Metric> metrics,
        @JsonProperty("params") List<KeyValue> params,
        @JsonProperty("tags") List<KeyValue> tags) {}
