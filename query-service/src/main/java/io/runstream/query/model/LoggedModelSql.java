package io.runstream.query.model;

import io.runstream.id.ExperimentId;
import io.runstream.id.LoggedModelId;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;

/** The statements that read logged models. Their rows are for {@link LoggedModelRows}. */
final class LoggedModelSql {
    private static final String COLUMNS = "m.model_id, m.experiment_id, m.name, m.model_type, m.source_run_id,"
            + " m.artifact_uri, m.status, m.created_at, m.updated_at, m.params, m.tags";

    /** Around the models: only of those that are answered is the rest read and made into text. */
    private static final String ANSWERED = """
            SELECT p.model_id, p.experiment_id, p.name, p.model_type, p.source_run_id, p.artifact_uri, p.status,
                p.created_at, p.updated_at, p.params::text AS params, p.tags::text AS tags,
                metrics.keys, metrics.vals, metrics.timestamps, metrics.steps, metrics.runs, metrics.datasets,
                metrics.digests""";

    /** In arrays: as many rows as models, whatever was measured of them. */
    private static final String MEASURED = """
            ) p
            CROSS JOIN LATERAL (SELECT array_agg(key) AS keys, array_agg(value) AS vals,
                    array_agg(timestamp) AS timestamps, array_agg(step) AS steps, array_agg(run_id) AS runs,
                    array_agg(dataset_name) AS datasets, array_agg(dataset_digest) AS digests
                FROM logged_model_metric WHERE model_id = p.model_id) metrics
            """;

    private LoggedModelSql() {}

    static Sql one(LoggedModelId id, boolean allowDeleted) {
        Sql model = Sql.text("SELECT " + COLUMNS + " FROM logged_model m WHERE m.model_id = ")
                .plus(Sql.param(id.toString()))
                .plus(allowDeleted ? "" : " AND NOT m.deleted");
        return measured(model, "");
    }

    /** Each experiment gives as many of its first models as fit on a page: in the default order the index has them so. */
    static Sql page(SearchLoggedModelsRequest request, LoggedModelOrderSql order) {
        Ordering ordering = order.ordering();
        Sql limit = Sql.text(" LIMIT ").plus(Sql.param(request.maxResults() + 1L));
        List<Sql> conditions = new ArrayList<>();
        conditions.add(ordering.after(request.after()));
        conditions.addAll(LoggedModelConditionSql.of(request));
        Sql ofOneExperiment = Sql.text("SELECT " + COLUMNS + ", ")
                .plus(ordering.selected())
                .plus(" FROM logged_model m")
                .plus(order.joins())
                .plus(" WHERE m.experiment_id = e.experiment_id AND NOT m.deleted AND ")
                .plus(Sql.join(" AND ", conditions))
                .plus(" ORDER BY ")
                .plus(ordering.orderByExpressions())
                .plus(limit);
        Sql models = Sql.text("SELECT q.* FROM unnest(")
                .plus(Sql.longs(
                        request.experiments().stream().map(ExperimentId::value).toList()))
                .plus(") e (experiment_id) CROSS JOIN LATERAL (")
                .plus(ofOneExperiment)
                .plus(") q ORDER BY ")
                .plus(ordering.orderBy())
                .plus(limit);
        return measured(models, ", " + ordering.names()).plus(" ORDER BY ").plus(ordering.orderBy());
    }

    /** @param more columns to answer, after a comma */
    private static Sql measured(Sql models, String more) {
        return Sql.text(ANSWERED + more + " FROM (").plus(models).plus(MEASURED);
    }
}
