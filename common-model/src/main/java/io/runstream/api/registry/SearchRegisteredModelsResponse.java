package io.runstream.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of registered models; {@code {}} if there are none.
 *
 * @param nextPageToken null on the last page
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SearchRegisteredModelsResponse(
        @JsonProperty("registered_models") List<RegisteredModel> registeredModels,
        @JsonProperty("next_page_token") @Nullable String nextPageToken) {}
