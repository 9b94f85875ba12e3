package io.runstream.query.projection;

import io.runstream.testkit.TestDatabase;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** An empty database with the tables, and a look into it. */
final class ProjectionDatabase implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "projection_offset",
            "experiment",
            "experiment_tag",
            "run",
            "param",
            "run_tag",
            "dataset",
            "run_dataset",
            "run_model_input",
            "run_model_output",
            "logged_model",
            "logged_model_metric",
            "registered_model",
            "model_version",
            "idempotent_answer");

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = TestDatabase.fresh();
    private final Pool pool;

    ProjectionDatabase() {
        migrate();
        PgConnectOptions options = PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.username())
                .setPassword(database.password());
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx.getDelegate())
                .build());
    }

    /** As a service does at its start. */
    void migrate() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .load()
                .migrate();
    }

    /** What the first half of an upgrade may do while older replicas go on: add. */
    void addColumnsOfANewerVersion() {
        onEachTable("ADD COLUMN from_the_future text DEFAULT 'more'");
    }

    void dropColumnsOfANewerVersion() {
        onEachTable("DROP COLUMN from_the_future");
    }

    private void onEachTable(String change) {
        query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                        + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'")
                .forEach(table -> execute("ALTER TABLE " + table + " " + change));
    }

    Pool pool() {
        return pool;
    }

    /** The rows, each as its columns joined by {@code |}. */
    List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    /** All that the projection wrote, in order: how points are cut into segments is no part of it. */
    Map<String, List<String>> dump() {
        Map<String, List<String>> dump = new LinkedHashMap<>();
        for (String table : TABLES) {
            dump.put(table, query("SELECT t::text FROM " + table + " t ORDER BY 1"));
        }
        dump.put("metric_point", query("SELECT p::text FROM metric_point p ORDER BY 1"));
        dump.put(
                "metric_latest",
                query("SELECT run_id, key, step, timestamp, value FROM metric_latest ORDER BY run_id, key"));
        return dump;
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }
}
