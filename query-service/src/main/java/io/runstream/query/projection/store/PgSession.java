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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One connection with every statement prepared on it, so that calls go out back to back, in the order they are
 * subscribed to, without waiting for each other.
 */
final class PgSession {
    /**
     * A projector that stands still in the middle of a transaction holds rows that its successor needs: Postgres ends the
     * transaction then, and what it wrote.
     */
    private static final String LEASE = "idle_in_transaction_session_timeout = '10s'";

    /**
     * Every row is reached by its key, whatever the planner believes: a plan made while a table was empty would read all
     * of it when it is large, until the next ANALYZE. With no choice left, one plan per statement will do.
     */
    private static final List<String> SETTINGS = List.of(
            "plan_cache_mode = force_generic_plan",
            "enable_seqscan = off",
            "enable_hashjoin = off",
            "enable_mergejoin = off",
            LEASE);

    private final SqlConnection connection;
    private final Map<Sql, PreparedStatement> statements;

    private PgSession(SqlConnection connection, Map<Sql, PreparedStatement> statements) {
        this.connection = connection;
        this.statements = statements;
    }

    static Uni<PgSession> open(Pool pool) {
        return pool.getConnection()
                .flatMap(connection -> set(connection)
                        .chain(() -> prepareAll(connection))
                        .onFailure()
                        .call(() -> connection.close().onFailure().recoverWithNull()));
    }

    private static Uni<Void> set(SqlConnection connection) {
        String settings = SETTINGS.stream().map(setting -> "SET " + setting).collect(Collectors.joining("; "));
        return connection.query(settings).execute().replaceWithVoid();
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

    /** @param action called once, on another thread, when the connection breaks or is closed */
    void onLoss(Runnable action) {
        connection.closeHandler(action);
    }

    /** For BEGIN, COMMIT and ROLLBACK. */
    Uni<Void> control(String statement) {
        return connection.query(statement).execute().replaceWithVoid();
    }

    /** Gives the connection back as it was. */
    Uni<Void> close() {
        String settings = SETTINGS.stream()
                .map(setting -> "RESET " + setting.substring(0, setting.indexOf(' ')))
                .collect(Collectors.joining("; "));
        return control(settings).onFailure().recoverWithNull().chain(connection::close);
    }
}
