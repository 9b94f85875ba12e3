package io.runstream.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of versions; {@code {}} if there are none.
 *
 * @param nextPageToken null on the last page
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SearchModelVersionsResponse(
        @JsonProperty("model_versions") List<ModelVersion> modelVersions,
        @JsonProperty("next_page_token") @Nullable String nextPageToken) {}
