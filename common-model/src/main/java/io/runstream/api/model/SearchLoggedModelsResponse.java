package io.runstream.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of logged models; {@code {}} if there are none.
 *
 * @param nextPageToken null on the last page
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SearchLoggedModelsResponse(
        @JsonProperty("models") List<LoggedModel> models,
        @JsonProperty("next_page_token") @Nullable String nextPageToken) {}
