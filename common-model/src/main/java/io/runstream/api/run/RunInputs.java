package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.api.KeyValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run read. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunInputs(
        @JsonProperty("dataset_inputs") List<DatasetInput> datasetInputs,
        @JsonProperty("model_inputs") List<ModelInput> modelInputs) {
    public static final RunInputs NONE = new RunInputs(List.of(), List.of());

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record DatasetInput(
            @JsonProperty("tags") List<KeyValue> tags,
            @JsonProperty("dataset") Dataset dataset) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dataset(
            @JsonProperty("name") String name,
            @JsonProperty("digest") String digest,
            @JsonProperty("source_type") String sourceType,
            @JsonProperty("source") String source,
            @JsonProperty("schema") @Nullable String schema,
            @JsonProperty("profile") @Nullable String profile) {}

    public record ModelInput(@JsonProperty("model_id") String modelId) {}
}
