package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a run is, without what it logged.
 *
 * @param startTime milliseconds since the epoch; 0 if the client gave none
 * @param endTime milliseconds since the epoch; null while it is not known
 */
@JsonPropertyOrder({
    "run_uuid",
    "experiment_id",
    "run_name",
    "user_id",
    "status",
    "start_time",
    "end_time",
    "artifact_uri",
    "lifecycle_stage",
    "run_id"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunInfo(
        @JsonProperty("run_id") String runId,
        @JsonProperty("experiment_id") String experimentId,
        @JsonProperty("run_name") String runName,
        @JsonProperty("user_id") String userId,
        @JsonProperty("status") RunStatus status,
        @JsonProperty("start_time") long startTime,
        @JsonProperty("end_time") @Nullable Long endTime,
        @JsonProperty("artifact_uri") String artifactUri,
        @JsonProperty("lifecycle_stage") String lifecycleStage) {

    /** MLflow shows an end time of 0 as none. */
    public RunInfo {
        endTime = endTime != null && endTime == 0 ? null : endTime;
    }

    /** The run id under its old name, which older clients read. */
    @JsonProperty("run_uuid")
    public String runUuid() {
        return runId;
    }
}
