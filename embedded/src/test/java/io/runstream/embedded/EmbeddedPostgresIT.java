package io.runstream.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        EmbeddedPostgres.stopLeftover(folder);
    }

    @Test
    void runsWithEverythingThatDurabilityNeeds() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PostgresSettings.defaults())) {
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void rowsAreThereAfterARestart() throws SQLException {
        // Given
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PostgresSettings.defaults())) {
            execute(postgres, "CREATE TABLE fact AS SELECT 'kept' AS word");
        }
        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PostgresSettings.defaults())) {
            // Then
            assertThat(query(postgres, "SELECT word FROM fact")).isEqualTo("kept");
        }
    }

    @Test
    void aServerLeftRunningByADeadJvmDoesNotBlockTheNextStart() throws SQLException {
        // Given
        EmbeddedPostgres leftover = EmbeddedPostgres.start(folder, PostgresSettings.defaults());
        execute(leftover, "CREATE TABLE fact AS SELECT 'kept' AS word");
        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PostgresSettings.defaults())) {
            // Then
            assertThat(query(postgres, "SELECT word FROM fact")).isEqualTo("kept");
            assertThatThrownBy(() -> query(leftover, "SELECT word FROM fact")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aProcessIdOfSomebodyElseInAStaleFileIsLeftAlone() throws Exception {
        // Given
        EmbeddedPostgres.start(folder, PostgresSettings.defaults()).close();
        Process somebody = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    folder.resolve("data/postmaster.pid"),
                    somebody.pid() + "\n" + folder.resolve("data") + "\n1000000000\n1\n\n127.0.0.1\n");
            // When
            boolean stopped = EmbeddedPostgres.stopLeftover(folder);
            // Then
            assertThat(stopped).isFalse();
            assertThat(somebody.isAlive()).isTrue();
        } finally {
            somebody.destroy();
        }
    }

    @Test
    void refusesAFolderOfAnotherVersion() throws IOException {
        // Given
        EmbeddedPostgres.start(folder, PostgresSettings.defaults()).close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "15\n");
        // When, then
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, PostgresSettings.defaults()))
                .isInstanceOf(BackendException.class)
                .hasMessage("The data in " + folder.resolve("data") + " were written by Postgres 15 and this build"
                        + " brings Postgres 18: start the Runstream that wrote them.");
    }

    @Test
    void makesADatabaseOnceUnderTheSameName() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, PostgresSettings.defaults())) {
            // When
            postgres.createDatabase("tracking");
            postgres.createDatabase("tracking");
            // Then
            assertThat(query(postgres, "SELECT count(*) FROM pg_database WHERE datname = 'tracking'"))
                    .isEqualTo("1");
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres)) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.username(), postgres.password());
    }
}
