package io.runstream.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The latest version per stage; {@code {}} if there are none. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LatestVersionsResponse(
        @JsonProperty("model_versions") List<ModelVersion> modelVersions) {}
