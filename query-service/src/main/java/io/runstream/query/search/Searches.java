package io.runstream.query.search;

import io.runstream.error.SearchErrors;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Runs statements whose cost depends on what is asked: each planned for its values, and for a bounded time. */
@Singleton
public final class Searches {
    private static final String CANCELED = "57014";

    private final Pool pool;
    private final Duration timeout;
    private final String begin;

    @Inject
    Searches(Pool pool, SearchConfig config) {
        this(pool, config.timeout());
    }

    public Searches(Pool pool, Duration timeout) {
        this.pool = pool;
        this.timeout = timeout;
        // A plan for any values takes an experiment of a million runs for one of average size.
        this.begin = "BEGIN READ ONLY; SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL statement_timeout = "
                + timeout.toMillis();
    }

    /** Fails with an {@link io.runstream.error.ApiException}, 400, if it takes too long. */
    public Uni<List<Row>> rows(Sql sql) {
        return pool.withConnection(connection -> inTransaction(connection, sql))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .onFailure(Searches::isCanceled)
                .transform(canceled -> SearchErrors.tookTooLong(timeout));
    }

    /** The three go out back to back; whatever becomes of the second, the third ends the transaction. */
    private Uni<RowSet<Row>> inTransaction(SqlConnection connection, Sql sql) {
        Uni<RowSet<Row>> begun = connection.query(begin).execute();
        Uni<RowSet<Row>> asked = connection.preparedQuery(sql.statement()).execute(sql.tuple());
        Uni<RowSet<Row>> ended = connection.query("COMMIT").execute();
        return Uni.combine()
                .all()
                .unis(begun, asked.onItemOrFailure().transform(Answer::new), ended)
                .with((begin, answer, end) -> answer)
                .flatMap(Answer::toUni);
    }

    private static boolean isCanceled(Throwable failure) {
        return failure instanceof PgException refused && CANCELED.equals(refused.getSqlState());
    }

    /** What came of it, for later. */
    private record Answer(
            @Nullable RowSet<Row> rows, @Nullable Throwable failure) {
        Uni<RowSet<Row>> toUni() {
            return failure == null
                    ? Uni.createFrom().item(rows)
                    : Uni.createFrom().failure(failure);
        }
    }
}
