package io.runstream.query.run;

import io.runstream.api.run.Run;
import io.runstream.api.run.RunInputs.DatasetInput;
import io.runstream.id.RunId;
import io.runstream.query.search.Page;
import io.runstream.query.search.Rows;
import io.runstream.query.search.Searches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One statement for a page of runs, and one more if any of them read a dataset. */
@Singleton
final class PgRunStore implements RunStore {
    private final Pool pool;
    private final Searches searches;
    private final SearchBounds bounds;

    @Inject
    PgRunStore(Pool pool, Searches searches) {
        this(pool, searches, SearchBounds.MEASURED);
    }

    PgRunStore(Pool pool, Searches searches, SearchBounds bounds) {
        this.pool = pool;
        this.searches = searches;
        this.bounds = bounds;
    }

    @Override
    public Uni<Optional<Run>> find(RunId id) {
        return Rows.of(pool, RunSql.one(id))
                .chain(rows -> withDatasets(rows)
                        .map(datasets -> rows.stream()
                                .map(row -> RunRows.run(row, datasets, true))
                                .findAny()));
    }

    @Override
    public Uni<Page<Run>> search(SearchRunsRequest request) {
        if (request.experiments().isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        RunOrderSql order = RunOrderSql.of(request.order());
        return searches.rows(RunSql.page(request, order, bounds))
                .map(rows -> Page.of(rows, request.maxResults(), order.ordering()::endOf))
                .chain(page ->
                        withDatasets(page.items()).map(datasets -> page.map(row -> RunRows.run(row, datasets, false))));
    }

    private Uni<Map<UUID, List<DatasetInput>>> withDatasets(List<Row> runs) {
        UUID[] ids = runs.stream()
                .filter(row -> row.getBoolean("has_datasets"))
                .map(row -> row.getUUID("run_id"))
                .toArray(UUID[]::new);
        return ids.length == 0
                ? Uni.createFrom().item(Map.of())
                : Rows.of(pool, DatasetInputRows.select(ids)).map(DatasetInputRows::byRun);
    }
}
