package io.runstream.query.dataset;

import io.runstream.api.experiment.SearchDatasetsResponse.DatasetSummary;
import io.runstream.id.ExperimentId;
import io.runstream.query.search.Rows;
import io.runstream.query.search.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class PgDatasetStore implements DatasetStore {
    private static final Sql SELECT = Sql.text("""
            SELECT DISTINCT r.experiment_id, i.name, i.digest, i.context
            FROM run r JOIN run_dataset i USING (run_id)
            WHERE r.experiment_id = ANY(""");

    private final Pool pool;

    PgDatasetStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<DatasetSummary>> summaries(List<ExperimentId> experiments, int limit) {
        Sql select = SELECT.plus(
                        Sql.longs(experiments.stream().map(ExperimentId::value).toList()))
                .plus(") ORDER BY r.experiment_id, i.name, i.digest, i.context LIMIT ")
                .plus(Sql.param((long) limit));
        return Rows.of(pool, select)
                .map(rows -> rows.stream().map(PgDatasetStore::summary).toList());
    }

    private static DatasetSummary summary(Row row) {
        return new DatasetSummary(
                row.getLong("experiment_id").toString(),
                row.getString("name"),
                row.getString("digest"),
                row.getString("context"));
    }
}
