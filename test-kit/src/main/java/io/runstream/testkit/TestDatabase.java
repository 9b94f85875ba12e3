package io.runstream.testkit;

import java.util.Map;
import java.util.UUID;

/**
 * An empty database of the Postgres that all tests of this JVM share; the caller migrates it.
 *
 * @param jdbcUrl without user and password
 * @param reactiveUrl for the Vert.x client, without user and password
 */
public record TestDatabase(String name, String jdbcUrl, String reactiveUrl, String username, String password) {

    /** A database that nobody else knows; the server starts with the first one. */
    public static TestDatabase fresh() {
        return SharedBackends.createDatabase(
                "test_" + UUID.randomUUID().toString().replace('-', '_'));
    }

    static TestDatabase from(String name, Map<String, String> answer) {
        return new TestDatabase(
                name,
                answer.getOrDefault("jdbcUrl", ""),
                answer.getOrDefault("reactiveUrl", ""),
                answer.getOrDefault("username", ""),
                answer.getOrDefault("password", ""));
    }

    /** The database as the settings of a Quarkus application. */
    public Map<String, String> toQuarkus() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl,
                "quarkus.datasource.reactive.url", reactiveUrl,
                "quarkus.datasource.username", username,
                "quarkus.datasource.password", password);
    }
}
