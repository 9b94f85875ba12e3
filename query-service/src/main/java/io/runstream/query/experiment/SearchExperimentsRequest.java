package io.runstream.query.experiment;

import io.runstream.api.request.RequestFields;
import io.runstream.error.SearchErrors;
import io.runstream.kit.access.Visible;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.PageToken;
import io.runstream.query.search.PagedSearch;
import io.runstream.query.search.ViewType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A legal search of experiments.
 *
 * @param conditions all must be met
 * @param maxResults from 1 to 50,000
 * @param after where the page before this one ended; null for the first
 */
record SearchExperimentsRequest(
        ViewType view,
        List<ExperimentCondition> conditions,
        Ordering order,
        int maxResults,
        @Nullable PageToken after) implements PagedSearch<SearchExperimentsRequest> {
    private static final int MAX_MAX_RESULTS = 50_000;

    /** @throws io.runstream.error.ApiException 400 in MLflow's words */
    static SearchExperimentsRequest from(RequestFields fields) {
        ViewType view = ViewType.from(fields, "view_type");
        int maxResults = maxResults(fields.int64("max_results", 0));
        String filter = fields.string("filter", "");
        List<String> orderBy = fields.strings("order_by");
        String pageToken = fields.optionalString("page_token");
        return new SearchExperimentsRequest(
                view,
                ExperimentFilter.parse(filter),
                ExperimentOrder.parse(orderBy),
                maxResults,
                PageToken.decode(pageToken));
    }

    /** The same search, among those. It is one condition more, so pages stay full. */
    SearchExperimentsRequest within(Visible<Long> visible) {
        return visible.within(this, (ids, wanted) -> with(new ExperimentCondition.Id(ids, wanted)));
    }

    private SearchExperimentsRequest with(ExperimentCondition condition) {
        List<ExperimentCondition> all = new ArrayList<>(conditions);
        all.add(condition);
        return new SearchExperimentsRequest(view, all, order, maxResults, after);
    }

    @Override
    public SearchExperimentsRequest part(@Nullable PageToken from, int size) {
        return new SearchExperimentsRequest(view, conditions, order, size, from);
    }

    private static int maxResults(long maxResults) {
        if (maxResults <= 0) {
            throw SearchErrors.maxResultsNotPositive(maxResults);
        }
        if (maxResults > MAX_MAX_RESULTS) {
            throw SearchErrors.maxResultsTooLarge(maxResults, MAX_MAX_RESULTS);
        }
        return (int) maxResults;
    }
}
