package io.runstream.query.model;

import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;
import io.runstream.error.SearchErrors;
import io.runstream.id.ExperimentId;
import io.runstream.kit.access.Visible;
import io.runstream.query.search.PageToken;
import io.runstream.query.search.PagedSearch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A legal search of logged models. Deleted ones are never found.
 *
 * @param experiments where to search; ids that no experiment has are no mistake
 * @param conditions all must be met
 * @param datasets which points count; empty for all
 * @param order never empty
 * @param maxResults from 1 to 50,000
 * @param after where the page before this one ended; null for the first
 */
record SearchLoggedModelsRequest(
        List<ExperimentId> experiments,
        List<LoggedModelCondition> conditions,
        List<DatasetScope> datasets,
        List<LoggedModelSort> order,
        int maxResults,
        @Nullable PageToken after)
        implements PagedSearch<SearchLoggedModelsRequest> {
    private static final int DEFAULT_MAX_RESULTS = 100;
    private static final int MAX_MAX_RESULTS = 50_000;

    /** @throws io.runstream.error.ApiException 400 in MLflow's words */
    static SearchLoggedModelsRequest from(RequestFields fields) {
        if (!fields.has("experiment_ids")) {
            throw RequestErrors.missing(fields.path("experiment_ids"));
        }
        return new SearchLoggedModelsRequest(
                fields.strings("experiment_ids").stream()
                        .map(ExperimentId::parse)
                        .distinct()
                        .toList(),
                LoggedModelFilter.parse(fields.string("filter", "")),
                DatasetScope.listFrom(fields),
                LoggedModelSort.listFrom(fields),
                maxResults(fields.int64("max_results", DEFAULT_MAX_RESULTS)),
                PageToken.decode(fields.optionalString("page_token")));
    }

    /** The same search, in those of the experiments. */
    SearchLoggedModelsRequest within(Visible<Long> visible) {
        List<ExperimentId> allowed = visible.among(experiments, ExperimentId::value);
        return new SearchLoggedModelsRequest(allowed, conditions, datasets, order, maxResults, after);
    }

    @Override
    public SearchLoggedModelsRequest part(@Nullable PageToken from, int size) {
        return new SearchLoggedModelsRequest(experiments, conditions, datasets, order, size, from);
    }

    /** To MLflow 0 is as good as nothing. More than fits on a page comes on the next. */
    private static int maxResults(long requested) {
        if (requested < 0) {
            throw SearchErrors.maxResultsNotPositive(requested);
        }
        return requested == 0 ? DEFAULT_MAX_RESULTS : (int) Math.min(requested, MAX_MAX_RESULTS);
    }
}
