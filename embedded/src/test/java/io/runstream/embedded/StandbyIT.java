package io.runstream.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandbyIT {
    private static final PostgresSettings SETTINGS = PostgresSettings.defaults().withStandbys();

    @TempDir
    Path folder;

    private EmbeddedPostgres primary;

    @BeforeEach
    void start() {
        primary = EmbeddedPostgres.start(folder.resolve("primary"), SETTINGS);
    }

    @AfterEach
    void stop() {
        EmbeddedPostgres.stopLeftover(folder.resolve("primary"));
        EmbeddedPostgres.stopLeftover(folder.resolve("standby"));
    }

    @Test
    void aStandbyFollowsAndTakesOverWhenThePrimaryDies() throws SQLException {
        // Given
        execute(primary, "CREATE TABLE fact AS SELECT 1 AS number");
        EmbeddedPostgres standby = primary.startStandby(folder.resolve("standby"), SETTINGS, primary.port());
        execute(primary, "INSERT INTO fact VALUES (2)");
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(sum(standby)).isEqualTo(3));
        // When
        primary.kill();
        standby.promote();
        execute(standby, "INSERT INTO fact VALUES (4)");
        // Then
        assertThat(sum(standby)).isEqualTo(7);
    }

    @Test
    void whatWasCommittedIsThereAfterAKill() throws SQLException {
        // Given
        execute(primary, "CREATE TABLE fact AS SELECT 5 AS number");
        // When
        primary.kill();
        EmbeddedPostgres again = EmbeddedPostgres.start(folder.resolve("primary"), SETTINGS);
        // Then
        assertThat(sum(again)).isEqualTo(5);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    private static int sum(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = connect(postgres)) {
            ResultSet result = connection.createStatement().executeQuery("SELECT sum(number) FROM fact");
            result.next();
            return result.getInt(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.username(), postgres.password());
    }
}
