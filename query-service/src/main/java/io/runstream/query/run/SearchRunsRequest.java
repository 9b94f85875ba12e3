package io.runstream.query.run;

import io.runstream.api.request.RequestFields;
import io.runstream.error.RequestErrors;
import io.runstream.error.SearchErrors;
import io.runstream.id.ExperimentId;
import io.runstream.kit.access.Visible;
import io.runstream.query.search.PageToken;
import io.runstream.query.search.PagedSearch;
import io.runstream.query.search.ViewType;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A legal search of runs.
 *
 * @param experiments where to search; ids that no experiment has are no mistake
 * @param conditions all must be met
 * @param order never empty
 * @param maxResults from 1 to 50,000
 * @param after where the page before this one ended; null for the first
 */
public record SearchRunsRequest(
        List<ExperimentId> experiments,
        ViewType view,
        List<RunCondition> conditions,
        List<RunSort> order,
        int maxResults,
        @Nullable PageToken after)
        implements PagedSearch<SearchRunsRequest> {
    private static final int DEFAULT_MAX_RESULTS = 1_000;
    private static final int MAX_MAX_RESULTS = 50_000;

    /** @throws io.runstream.error.ApiException 400 in MLflow's words */
    public static SearchRunsRequest from(RequestFields fields) {
        List<String> experiments = fields.strings("experiment_ids");
        ViewType view = ViewType.from(fields, "run_view_type");
        int maxResults = maxResults(fields.optionalInt64("max_results"));
        String filter = fields.string("filter", "");
        List<String> orderBy = fields.strings("order_by");
        String pageToken = fields.optionalString("page_token");
        return new SearchRunsRequest(
                experiments.stream().map(ExperimentId::parse).toList(),
                view,
                RunFilter.parse(filter),
                RunOrder.parse(orderBy),
                maxResults,
                PageToken.decode(pageToken));
    }

    /** The same search, in those of the experiments. */
    SearchRunsRequest within(Visible<Long> visible) {
        List<ExperimentId> allowed = visible.among(experiments, ExperimentId::value);
        return new SearchRunsRequest(allowed, view, conditions, order, maxResults, after);
    }

    @Override
    public SearchRunsRequest part(@Nullable PageToken from, int size) {
        return new SearchRunsRequest(experiments, view, conditions, order, size, from);
    }

    private static int maxResults(OptionalLong requested) {
        long maxResults = requested.orElse(DEFAULT_MAX_RESULTS);
        if (maxResults > MAX_MAX_RESULTS) {
            throw RequestErrors.wrongType("max_results", Long.toString(maxResults), "int");
        }
        if (maxResults <= 0) {
            throw SearchErrors.maxResultsNotPositive(maxResults);
        }
        return (int) maxResults;
    }
}
