package io.runstream.query.search;

import io.runstream.testkit.TestDatabase;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database with Runstream's tables and nothing in them. */
public final class ReadDatabase implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Connection connection;
    private final Pool pool;

    public ReadDatabase() {
        TestDatabase database = TestDatabase.fresh();
        try {
            connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run(schema());
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(database.username())
                        .setPassword(database.password())
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }

    /** For the code under test. */
    public Pool pool() {
        return pool;
    }

    /** For what stands in the tables. */
    public Connection connection() {
        return connection;
    }

    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String schema() {
        return Stream.of("V1__tracking.sql", "V2__logged_models.sql", "V3__model_registry.sql", "V4__growth.sql")
                .map(ReadDatabase::script)
                .collect(Collectors.joining("\n"));
    }

    private static String script(String name) {
        try (InputStream script = ReadDatabase.class.getResourceAsStream("/db/migration/" + name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
