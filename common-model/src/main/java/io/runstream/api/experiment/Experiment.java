package io.runstream.api.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.runstream.api.KeyValue;
import java.util.List;

/**
 * An experiment: what runs belong to.
 *
 * @param lastUpdateTime milliseconds since the epoch; moves on rename, delete and restore, not with tags
 * @param tags in order of their keys; left out if empty
 */
@JsonPropertyOrder({
    "experiment_id",
    "name",
    "artifact_location",
    "lifecycle_stage",
    "last_update_time",
    "creation_time",
    "tags",
    "workspace"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Experiment(
        @JsonProperty("experiment_id") String experimentId,
        @JsonProperty("name") String name,
        @JsonProperty("artifact_location") String artifactLocation,
        @JsonProperty("lifecycle_stage") String lifecycleStage,
        @JsonProperty("last_update_time") long lastUpdateTime,
        @JsonProperty("creation_time") long creationTime,
        @JsonProperty("tags") List<KeyValue> tags) {

    /** MLflow 3.17 names the workspace of every experiment; Runstream has the one that MLflow has by default. */
    @JsonProperty("workspace")
    public String workspace() {
        return "default";
    }
}
