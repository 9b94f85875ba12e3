package io.runstream.query.model;

import io.runstream.id.LoggedModelId;
import io.runstream.query.search.Sql;

/** The statements that read logged models. Their rows are for {@link LoggedModelRows}. */
final class LoggedModelSql {
    private static final String COLUMNS = "m.model_id, m.experiment_id, m.name, m.model_type, m.source_run_id,"
            + " m.artifact_uri, m.status, m.created_at, m.updated_at, m.params, m.tags";

    /** Around the models: only of those that are answered is the rest read and made into text. */
    private static final String ANSWERED = """
            SELECT p.model_id, p.experiment_id, p.name, p.model_type, p.source_run_id, p.artifact_uri, p.status,
                p.created_at, p.updated_at, p.params::text AS params, p.tags::text AS tags,
                metrics.keys, metrics.vals, metrics.timestamps, metrics.steps, metrics.runs, metrics.datasets,
                metrics.digests
            FROM (""";

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
        return Sql.text(ANSWERED).plus(model).plus(MEASURED);
    }
}
