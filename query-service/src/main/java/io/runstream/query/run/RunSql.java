package io.runstream.query.run;

import io.runstream.id.RunId;
import io.runstream.query.search.Ordering;
import io.runstream.query.search.Sql;

/** The statements that read runs. Their rows are for {@link RunRows}. */
final class RunSql {
    /** Of the run {@code r} and its experiment {@code e}: whichever was last deleted or restored decides for the run. */
    static final String DELETED =
            "(CASE WHEN e.lifecycle_changed_at > r.lifecycle_changed_at THEN e.deleted ELSE r.deleted END)";

    static final String COLUMNS = "r.run_id, r.experiment_id, r.name, r.user_id, r.status, r.start_time,"
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

    static Sql page(SearchRunsRequest request, RunOrderSql order, SearchBounds bounds) {
        Ordering ordering = order.ordering();
        return logged(RunPageSql.of(new RunPageParts(request, order), bounds), ordering.names())
                .plus(" ORDER BY ")
                .plus(ordering.orderBy());
    }

    /** @param more columns to answer */
    private static Sql logged(Sql runs, String more) {
        return Sql.text(ANSWERED + more + " FROM (").plus(runs).plus(")" + LOGGED);
    }
}
