package io.runstream.query.registry;

import io.runstream.api.request.RequestFields;
import io.runstream.error.SearchErrors;
import io.runstream.kit.access.Visible;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.PageToken;
import io.runstream.query.search.PagedSearch;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A legal search of registered models or of versions.
 *
 * @param after where the page before this one ended; null for the first
 */
public record RegistrySearch(
        RegistryFilter filter,
        Ordering order,
        int maxResults,
        @Nullable PageToken after) implements PagedSearch<RegistrySearch> {
    /** Of the model, in both statements. */
    private static final String NAME = "m.name";

    private static final int MODELS_DEFAULT = 100;
    private static final int MODELS_LIMIT = 1_000;
    private static final int VERSIONS_DEFAULT = 10_000;
    private static final int VERSIONS_LIMIT = 200_000;

    /**
     * {@code registered-models/search}.
     *
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    static RegistrySearch ofModels(RequestFields fields) {
        long maxResults = fields.int64("max_results", MODELS_DEFAULT);
        // MLflow lets these pass, and answers with an empty page and a token for the same page.
        if (maxResults <= 0) {
            throw SearchErrors.maxResultsNotPositive(maxResults);
        }
        return new RegistrySearch(
                RegistryFilter.ofModels(fields.string("filter", "")),
                RegistryOrder.ofModels(fields.strings("order_by")),
                bounded(maxResults, MODELS_LIMIT),
                PageToken.decode(fields.optionalString("page_token")));
    }

    /**
     * {@code model-versions/search}.
     *
     * @throws io.runstream.error.ApiException 400 in MLflow's words
     */
    public static RegistrySearch ofVersions(RequestFields fields) {
        long maxResults = fields.int64("max_results", VERSIONS_DEFAULT);
        if (maxResults <= 0) {
            throw SearchErrors.versionMaxResultsNotPositive(maxResults);
        }
        return new RegistrySearch(
                RegistryFilter.ofVersions(fields.string("filter", "")),
                RegistryOrder.ofVersions(fields.strings("order_by")),
                bounded(maxResults, VERSIONS_LIMIT),
                PageToken.decode(fields.optionalString("page_token")));
    }

    /** The same search, among those models and their versions. It is one condition more, so pages stay full. */
    RegistrySearch within(Visible<String> visible) {
        return visible.within(this, (names, wanted) -> with(new RegistryCondition.OneOf(NAME, names, wanted)));
    }

    private RegistrySearch with(RegistryCondition condition) {
        List<RegistryCondition> all = new ArrayList<>(filter.conditions());
        all.add(condition);
        return new RegistrySearch(new RegistryFilter(all, filter.prompts()), order, maxResults, after);
    }

    @Override
    public RegistrySearch part(@Nullable PageToken from, int size) {
        return new RegistrySearch(filter, order, size, from);
    }

    private static int bounded(long maxResults, int limit) {
        if (maxResults > limit) {
            throw SearchErrors.maxResultsTooLarge(maxResults, limit);
        }
        return (int) maxResults;
    }

    /**
     * What follows a FROM, up to one row more than fits on the page.
     *
     * @param tags the column with the tags
     * @param noPrompt a condition that leaves prompts out
     */
    Sql where(String tags, String noPrompt) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(order.after(after));
        filter.conditions().forEach(condition -> conditions.add(condition.sql(tags)));
        if (!filter.prompts()) {
            conditions.add(Sql.text(noPrompt));
        }
        return Sql.text(" WHERE ")
                .plus(Sql.join(" AND ", conditions))
                .plus(" ORDER BY ")
                .plus(order.orderByExpressions())
                .plus(" LIMIT ")
                .plus(Sql.param(maxResults + 1L));
    }
}
