package io.runstream.query.projection.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One connection with every statement prepared on it, so that calls go out back to back, in the order they are
 * subscribed to, without waiting for each other.
 */
final class PgSession {
    private final SqlConnection connection;
    private final Map<Sql, PreparedStatement> statements;

    private PgSession(SqlConnection connection, Map<Sql, PreparedStatement> statements) {
        this.connection = connection;
        this.statements = statements;
    }

    static Uni<PgSession> open(Pool pool) {
        return pool.getConnection()
                .flatMap(connection -> prepareAll(connection)
                        .onFailure()
                        .call(() -> connection.close().onFailure().recoverWithNull()));
    }

    private static Uni<PgSession> prepareAll(SqlConnection connection) {
        List<Uni<PreparedStatement>> all = Stream.of(Sql.values())
                .map(sql -> connection.prepare(sql.text()))
                .toList();
        return Uni.join().all(all).andFailFast().map(prepared -> {
            Map<Sql, PreparedStatement> statements = new EnumMap<>(Sql.class);
            for (Sql sql : Sql.values()) {
                statements.put(sql, prepared.get(sql.ordinal()));
            }
            return new PgSession(connection, statements);
        });
    }

    Uni<RowSet<Row>> execute(Sql sql, Tuple parameters) {
        return Objects.requireNonNull(statements.get(sql)).query().execute(parameters);
    }

    /** For BEGIN, COMMIT and ROLLBACK. */
    Uni<Void> control(String statement) {
        return connection.query(statement).execute().replaceWithVoid();
    }

    Uni<Void> close() {
        return connection.close();
    }
}
