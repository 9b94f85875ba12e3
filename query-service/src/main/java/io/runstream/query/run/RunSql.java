package io.runstream.query.run;

import io.runstream.id.ExperimentId;
import io.runstream.id.RunId;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.Sql;
import java.util.ArrayList;
import java.util.List;

/** The statements that read runs. Their rows are for {@link RunRows}. */
final class RunSql {
    /** Whichever of run and experiment was last deleted or restored decides for the run. */
    private static final String DELETED =
            "(CASE WHEN e.lifecycle_changed_at > r.lifecycle_changed_at THEN e.deleted ELSE r.deleted END)";

    private static final String COLUMNS = "r.run_id, r.experiment_id, r.name, r.user_id, r.status, r.start_time,"
            + " r.end_time, r.artifact_uri, r.params, r.tags, " + DELETED + " AS deleted";

    /** Around the runs: only those that are answered are made into text. */
    private static final String ANSWERED = """
            SELECT p.run_id, p.experiment_id, p.name, p.user_id, p.status, p.start_time, p.end_time, p.artifact_uri,
                p.deleted, p.params::text AS params, p.tags::text AS tags,
                metrics.keys AS metric_keys, metrics.vals AS metric_values,
                metrics.timestamps AS metric_timestamps, metrics.steps AS metric_steps,
                outputs.ids AS output_ids, outputs.steps AS output_steps,
                EXISTS (SELECT FROM run_dataset WHERE run_id = p.run_id) AS has_datasets,
            """;

    private static final String MODEL_INPUTS =
            "ARRAY(SELECT model_id FROM run_model_input WHERE run_id = p.run_id) AS input_ids";

    /**
     * What a run logged in tables of their own, in arrays: as many rows as runs, whatever they logged. The arrays are in
     * no order, since sorting them here takes a third of the statement's time.
     */
    private static final String LOGGED = """
             p
            CROSS JOIN LATERAL (SELECT array_agg(key) AS keys, array_agg(value) AS vals,
                    array_agg(timestamp) AS timestamps, array_agg(step) AS steps
                FROM metric_latest WHERE run_id = p.run_id) metrics
            CROSS JOIN LATERAL (SELECT array_agg(model_id) AS ids, array_agg(step) AS steps
                FROM run_model_output WHERE run_id = p.run_id) outputs
            """;

    private RunSql() {}

    static Sql one(RunId id) {
        Sql run = Sql.text("SELECT " + COLUMNS
                        + " FROM run r LEFT JOIN experiment e USING (experiment_id) WHERE r.run_id = ")
                .plus(Sql.param(id.value()));
        return logged(run, MODEL_INPUTS);
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
        return logged(runs, ordering.names()).plus(" ORDER BY ").plus(ordering.orderBy());
    }

    private static List<Sql> conditions(SearchRunsRequest request, Ordering ordering) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(request.view().sql(DELETED));
        conditions.add(ordering.after(request.after()));
        request.conditions().forEach(condition -> conditions.add(RunConditionSql.of(condition)));
        return conditions;
    }

    /** @param more columns to answer */
    private static Sql logged(Sql runs, String more) {
        return Sql.text(ANSWERED + more + " FROM (").plus(runs).plus(")" + LOGGED);
    }
}
