package io.runstream.query.experiment;

import io.runstream.api.KeyValue;
import io.runstream.api.LifecycleStage;
import io.runstream.api.experiment.Experiment;
import io.runstream.id.ExperimentId;
import io.runstream.query.search.Page;
import io.runstream.query.search.Rows;
import io.runstream.query.search.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One statement for everything: tags come in arrays. */
@Singleton
final class PgExperimentStore implements ExperimentStore {
    private static final String TAGGED = """
            SELECT p.*, tags.keys AS tag_keys, tags.vals AS tag_values
            FROM (""";

    private static final String TAGS = """
            ) p
            CROSS JOIN LATERAL (SELECT array_agg(key) AS keys, array_agg(value) AS vals
                FROM experiment_tag WHERE experiment_id = p.experiment_id) tags
            """;

    private final Pool pool;

    PgExperimentStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Experiment>> find(ExperimentId id) {
        return one(Sql.text("e.experiment_id = ").plus(Sql.param(id.value())));
    }

    @Override
    public Uni<Optional<Experiment>> find(String name) {
        return one(Sql.text("e.name = ").plus(Sql.param(name)));
    }

    @Override
    public Uni<Page<Experiment>> search(SearchExperimentsRequest request) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(request.view().sql("e.deleted"));
        conditions.add(request.order().after(request.after()));
        request.conditions().forEach(condition -> conditions.add(condition.sql()));
        Sql page = Sql.text("SELECT e.*, ")
                .plus(request.order().selected())
                .plus(" FROM experiment e WHERE ")
                .plus(Sql.join(" AND ", conditions))
                .plus(" ORDER BY ")
                .plus(request.order().orderByExpressions())
                .plus(" LIMIT ")
                .plus(Sql.param(request.maxResults() + 1L));
        return Rows.of(pool, tagged(page).plus("ORDER BY ").plus(request.order().orderBy()))
                .map(rows -> Page.of(rows, request.maxResults(), request.order()::endOf)
                        .map(PgExperimentStore::experiment));
    }

    private Uni<Optional<Experiment>> one(Sql condition) {
        return Rows.of(
                        pool,
                        tagged(Sql.text("SELECT * FROM experiment e WHERE ").plus(condition)))
                .map(rows -> rows.stream().map(PgExperimentStore::experiment).findAny());
    }

    private static Sql tagged(Sql experiments) {
        return Sql.text(TAGGED).plus(experiments).plus(TAGS);
    }

    private static Experiment experiment(Row row) {
        List<KeyValue> tags = Rows.sortedKeyValues(row, "tag_keys", "tag_values");
        return new Experiment(
                row.getLong("experiment_id").toString(),
                row.getString("name"),
                row.getString("artifact_location"),
                LifecycleStage.of(row.getBoolean("deleted")),
                row.getLong("last_update_time"),
                row.getLong("creation_time"),
                tags);
    }
}
