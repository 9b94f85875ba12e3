package io.runstream.query.metric.series;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Segments in Postgres. Arrays come in Postgres' own binary form: the client would make an object of each number. */
@Singleton
final class PgSegmentStore implements SegmentStore {
    // The arrays are unpacked outside: beside the ORDER BY, Postgres would unpack those of every row before it sorts.
    private static final String SELECT = """
            SELECT min_timestamp, array_send(steps), array_send(timestamps), array_send(values)
            FROM (
                SELECT min_timestamp, sequence, steps, timestamps, values
                FROM metric_segment
                WHERE run_id = $1 AND key = $2 AND max_timestamp >= $3
                ORDER BY min_timestamp, sequence
                LIMIT $4
            ) AS next
            ORDER BY min_timestamp, sequence
            """;

    private final Pool pool;

    PgSegmentStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Segment>> read(Series series, long fromTimestamp, int limit) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(series.run().value(), series.key(), fromTimestamp, limit))
                .map(PgSegmentStore::segments);
    }

    private static List<Segment> segments(RowSet<Row> rows) {
        List<Segment> segments = new ArrayList<>(rows.rowCount());
        for (Row row : rows) {
            segments.add(new Segment(
                    row.getLong(0),
                    BinaryArray.longs(row.getBuffer(1)),
                    BinaryArray.longs(row.getBuffer(2)),
                    BinaryArray.doubles(row.getBuffer(3))));
        }
        return segments;
    }
}
