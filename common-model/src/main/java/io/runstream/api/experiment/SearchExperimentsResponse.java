package io.runstream.api.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of experiments; {@code {}} if there are none.
 *
 * @param nextPageToken null on the last page
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SearchExperimentsResponse(
        @JsonProperty("experiments") List<Experiment> experiments,
        @JsonProperty("next_page_token") @Nullable String nextPageToken) {}
