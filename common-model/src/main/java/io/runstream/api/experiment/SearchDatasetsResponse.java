package io.runstream.api.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which datasets the runs of some experiments read; {@code {}} if none. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SearchDatasetsResponse(
        @JsonProperty("dataset_summaries") List<DatasetSummary> datasetSummaries) {

    /**
     * A dataset as some run of the experiment read it.
     *
     * @param context what it was read for, by the input's tag {@code mlflow.data.context}; null if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DatasetSummary(
            @JsonProperty("experiment_id") String experimentId,
            @JsonProperty("name") String name,
            @JsonProperty("digest") String digest,
            @JsonProperty("context") @Nullable String context) {}
}
