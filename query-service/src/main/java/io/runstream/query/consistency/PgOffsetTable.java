package io.runstream.query.consistency;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The offsets that projectors commit together with what they project. */
@Singleton
final class PgOffsetTable implements OffsetTable {
    private static final String SELECT = "SELECT partition, next_offset FROM projection_offset";

    private final Pool pool;

    PgOffsetTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public CompletionStage<Map<Integer, Long>> read() {
        return pool.preparedQuery(SELECT)
                .execute()
                .map(PgOffsetTable::byPartition)
                .subscribeAsCompletionStage();
    }

    private static Map<Integer, Long> byPartition(RowSet<Row> rows) {
        Map<Integer, Long> offsets = new HashMap<>();
        for (Row row : rows) {
            offsets.put(row.getInteger("partition"), row.getLong("next_offset"));
        }
        return offsets;
    }
}
