package io.runstream.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs; {@code {}} if there are none.
 *
 * @param nextPageToken null on the last page
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SearchRunsResponse(
        @JsonProperty("runs") List<Run> runs,
        @JsonProperty("next_page_token") @Nullable String nextPageToken) {}
