package io.runstream.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.runstream.api.KeyValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a registered model. Times are milliseconds since the epoch.
 *
 * @param name of the registered model
 * @param version its number, from 1
 * @param description null, and left out, after an update without one; an empty one is shown
 * @param runId null, and left out, in copies of versions that have none; an empty one is shown
 * @param tags in order of their keys; left out if empty
 * @param aliases in their order; left out if empty, and where a version is one of many
 */
@JsonPropertyOrder({
    "name",
    "version",
    "creation_timestamp",
    "last_updated_timestamp",
    "current_stage",
    "description",
    "source",
    "run_id",
    "status",
    "tags",
    "run_link",
    "aliases"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelVersion(
        @JsonProperty("name") String name,
        @JsonProperty("version") String version,
        @JsonProperty("creation_timestamp") long creationTimestamp,
        @JsonProperty("last_updated_timestamp") long lastUpdatedTimestamp,
        @JsonProperty("current_stage") String currentStage,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("source") String source,
        @JsonProperty("run_id") @Nullable String runId,

        @JsonProperty("tags") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<KeyValue> tags,

        @JsonProperty("run_link") String runLink,

        @JsonProperty("aliases") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> aliases) {

    public ModelVersion withAliases(List<String> itsAliases) {
        return new ModelVersion(
                name,
                version,
                creationTimestamp,
                lastUpdatedTimestamp,
                currentStage,
                description,
                source,
                runId,
                tags,
                runLink,
                itsAliases);
    }

    /** Nothing is copied when a version is made, so it is there at once. */
    @JsonProperty("status")
    public String status() {
        return "READY";
    }
}
