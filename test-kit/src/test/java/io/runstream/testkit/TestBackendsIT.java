package io.runstream.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestBackendsIT {

    @Test
    void aFreshDatabaseIsEmptyAndNobodyElses() throws SQLException {
        // When
        TestDatabase one = TestDatabase.fresh();
        TestDatabase other = TestDatabase.fresh();
        // Then
        assertThat(one.name()).isNotEqualTo(other.name());
        assertThat(countTables(one)).isZero();
        assertThat(countTables(other)).isZero();
    }

    @Test
    void topicsAreThereWithTheirPartitionsUntilAllAreDeleted() throws Exception {
        // Given
        TestKafka kafka = TestKafka.shared();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            // When
            String topic = kafka.createTopic("facts", 3);
            // Then
            assertThat(admin.describeTopics(List.of(topic)).allTopicNames().get())
                    .hasEntrySatisfying(
                            topic,
                            description -> assertThat(description.partitions()).hasSize(3));
            // When
            kafka.deleteAllTopics();
            // Then
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void aCopyOfTheKitInAnotherClassLoaderSharesTheBroker() throws Exception {
        // Given
        URL kit = TestKafka.class.getProtectionDomain().getCodeSource().getLocation();
        URL clients = Admin.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {kit, clients}, null)) {
            // When
            Object copy = loader.loadClass(TestKafka.class.getName())
                    .getMethod("shared")
                    .invoke(null);
            // Then
            assertThat(copy).isNotInstanceOf(TestKafka.class);
            assertThat(copy.getClass().getMethod("bootstrapServers").invoke(copy))
                    .isEqualTo(TestKafka.shared().bootstrapServers());
        }
    }

    private static int countTables(TestDatabase database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
