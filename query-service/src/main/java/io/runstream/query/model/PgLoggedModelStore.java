package io.runstream.query.model;

import io.runstream.api.model.LoggedModel;
import io.runstream.id.LoggedModelId;
import io.runstream.query.search.Page;
import io.runstream.query.search.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** One statement for a model, or for a page of them. */
@Singleton
final class PgLoggedModelStore implements LoggedModelStore {
    private final Pool pool;

    PgLoggedModelStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<LoggedModel>> find(LoggedModelId id, boolean allowDeleted) {
        return Rows.of(pool, LoggedModelSql.one(id, allowDeleted))
                .map(rows -> rows.stream().map(LoggedModelRows::model).findAny());
    }

    @Override
    public Uni<Page<LoggedModel>> search(SearchLoggedModelsRequest request) {
        if (request.experiments().isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        LoggedModelOrderSql order = LoggedModelOrderSql.of(request);
        return Rows.of(pool, LoggedModelSql.page(request, order))
                .map(rows -> Page.of(rows, request.maxResults(), order.ordering()::endOf)
                        .map(LoggedModelRows::model));
    }
}
