package io.runstream.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.api.KeyValue;
import java.util.List;

/**
 * A registered model: a name, and the versions under it. Times are milliseconds since the epoch.
 *
 * @param lastUpdatedTimestamp moves with renaming, updates and whatever happens to versions, not with tags and aliases
 * @param description left out if empty, as are the lists
 * @param latestVersions per stage that has versions, the one with the greatest number; in the order of their numbers,
 *     without their aliases
 * @param tags in order of their keys
 * @param aliases in order of their names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RegisteredModel(
        @JsonProperty("name") String name,
        @JsonProperty("creation_timestamp") long creationTimestamp,
        @JsonProperty("last_updated_timestamp") long lastUpdatedTimestamp,
        @JsonProperty("description") String description,
        @JsonProperty("latest_versions") List<ModelVersion> latestVersions,
        @JsonProperty("tags") List<KeyValue> tags,
        @JsonProperty("aliases") List<Alias> aliases) {

    /** The names that this model has for one of its versions, in their order. */
    public List<String> aliasesOf(ModelVersion version) {
        return aliases.stream()
                .filter(alias -> alias.version().equals(version.version()))
                .map(Alias::alias)
                .toList();
    }

    /** A name for one version. */
    public record Alias(
            @JsonProperty("alias") String alias,
            @JsonProperty("version") String version) {}
}
