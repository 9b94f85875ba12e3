package io.runstream.query.run;

import io.runstream.id.ExperimentId;
import io.runstream.id.RunId;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.Sql;
import java.util.List;

/** The statements that read runs. Their rows are for {@link RunRows}. */
final class RunSql {
    /** Whichever of run and experiment was last deleted or restored decides for the run. */
    private static final String DELETED =
            "(CASE WHEN e.lifecycle_changed_at > r.lifecycle_changed_at THEN e.deleted ELSE r.deleted END)";

    private static final String COLUMNS = "r.run_id, r.experiment_id, r.name, r.user_id, r.status, r.start_time,"
            + " r.end_time, r.artifact_uri, " + DELETED + " AS deleted";

    /**
     * What a run logged, in arrays: as many rows as runs, whatever they logged. The arrays are in no order, since sorting
     * them here takes a third of the statement's time.
     */
    private static final String LOGGED = """
            SELECT p.*,
                params.keys AS param_keys, params.vals AS param_values,
                tags.keys AS tag_keys, tags.vals AS tag_values,
                metrics.keys AS metric_keys, metrics.vals AS metric_values,
                metrics.timestamps AS metric_timestamps, metrics.steps AS metric_steps,
                outputs.ids AS output_ids, outputs.steps AS output_steps,
                ARRAY(SELECT model_id FROM run_model_input WHERE run_id = p.run_id) AS input_ids,
                EXISTS (SELECT FROM run_dataset WHERE run_id = p.run_id) AS has_datasets
            FROM (%s) p
            CROSS JOIN LATERAL (SELECT array_agg(key) AS keys, array_agg(value) AS vals
                FROM param WHERE run_id = p.run_id) params
            CROSS JOIN LATERAL (SELECT array_agg(key) AS keys, array_agg(value) AS vals
                FROM run_tag WHERE run_id = p.run_id) tags
            CROSS JOIN LATERAL (SELECT array_agg(key) AS keys, array_agg(value) AS vals,
                    array_agg(timestamp) AS timestamps, array_agg(step) AS steps
                FROM metric_latest WHERE run_id = p.run_id) metrics
            CROSS JOIN LATERAL (SELECT array_agg(model_id) AS ids, array_agg(step) AS steps
                FROM run_model_output WHERE run_id = p.run_id) outputs
            """;

    private static final String[] AROUND_RUNS = LOGGED.split("%s", -1);

    private RunSql() {}

    static Sql one(RunId id) {
        return logged(Sql.text("SELECT " + COLUMNS
                        + " FROM run r LEFT JOIN experiment e USING (experiment_id) WHERE r.run_id = ")
                .plus(Sql.param(id.value())));
    }

    /**
     * Each experiment gives as many of its first runs as fit on a page: in the default order the index has them in a row,
     * wherever the page begins.
     */
    static Sql page(SearchRunsRequest request, RunOrderSql order) {
        Ordering ordering = order.ordering();
        Sql limit = Sql.text(" LIMIT ").plus(Sql.param(request.maxResults() + 1L));
        Sql ofOneExperiment = Sql.text("SELECT " + COLUMNS + ", ")
                .plus(ordering.selected())
                .plus(" FROM run r")
                .plus(order.joins())
                .plus(" WHERE r.experiment_id = e.experiment_id AND ")
                .plus(Sql.join(" AND ", conditions(request, ordering)))
                .plus(" ORDER BY ")
                .plus(ordering.orderByExpressions())
                .plus(limit);
        Sql runs = Sql.text("SELECT q.* FROM experiment e CROSS JOIN LATERAL (")
                .plus(ofOneExperiment)
                .plus(") q WHERE e.experiment_id = ANY(")
                .plus(Sql.longs(
                        request.experiments().stream().map(ExperimentId::value).toList()))
                .plus(") ORDER BY ")
                .plus(ordering.orderBy())
                .plus(limit);
        return logged(runs).plus(" ORDER BY ").plus(ordering.orderBy());
    }

    private static List<Sql> conditions(SearchRunsRequest request, Ordering ordering) {
        List<Sql> conditions = new java.util.ArrayList<>();
        conditions.add(request.view().sql(DELETED));
        conditions.add(ordering.after(request.after()));
        request.conditions().forEach(condition -> conditions.add(RunConditionSql.of(condition)));
        return conditions;
    }

    private static Sql logged(Sql runs) {
        return Sql.text(AROUND_RUNS[0]).plus(runs).plus(AROUND_RUNS[1]);
    }
}
