package io.runstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.runstream.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** query-service as a job that migrates before an upgrade, and as a replica that leaves that to the job. */
class MigrationIT {
    private static final Path HOME = Path.of(System.getProperty("runstream.home", ".."));
    private static final String NOWHERE = "127.0.0.1:1";

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void migratesTheTablesAndEndsWithoutLookingForKafka() throws Exception {
        assertThat(run(Map.of("QUARKUS_INIT_AND_EXIT", "true"))).isZero();

        assertThat(tables()).contains("run", "metric_segment", "registered_model");
    }

    @Test
    void aReplicaThatDoesNotMigrateRefusesTablesThatAreBehind() throws Exception {
        int exitCode =
                run(Map.of("QUARKUS_FLYWAY_MIGRATE_AT_START", "false", "QUARKUS_FLYWAY_VALIDATE_AT_START", "true"));

        assertThat(exitCode).isEqualTo(1);
        assertThat(tables()).doesNotContain("run");
    }

    private int run(Map<String, String> settings) throws Exception {
        Path service = HOME.resolve("query-service");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + service.resolve("src/main/jib/deployments/jvm.options"),
                        "-jar",
                        service.resolve("target/quarkus-app/quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", NOWHERE,
                        "QUARKUS_HTTP_PORT", "0",
                        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", database.username(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password()));
        builder.environment().putAll(settings);
        return builder.start().waitFor();
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                ResultSet tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
