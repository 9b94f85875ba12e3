package io.runstream.query.access;

import io.runstream.id.RunId;
import io.runstream.query.search.Rows;
import io.runstream.query.search.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
final class PgExperimentsOfRuns implements ExperimentsOfRuns {
    private static final Sql SELECT = Sql.text("SELECT DISTINCT experiment_id FROM run WHERE run_id = ANY(");

    private final Pool pool;

    PgExperimentsOfRuns(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Long>> find(List<RunId> runs) {
        Sql ids = Sql.param(runs.stream().map(RunId::value).toArray(UUID[]::new));
        return Rows.of(pool, SELECT.plus(ids).plus("::uuid[])"))
                .map(rows -> rows.stream().map(row -> row.getLong(0)).toList());
    }
}
