package io.runstream.cluster;

import io.runstream.embedded.EmbeddedPostgres;
import io.runstream.embedded.EmbeddedS3;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What each kind of process is told, as environment variables. */
final class Settings {
    private final String bootstrapServers;
    private final EmbeddedPostgres postgres;
    private final String database;
    private final int storePort;
    private final Path storeFolder;

    /** Of one replica among others. */
    interface OfReplica {
        Map<String, String> of(String name);
    }

    /** @param storeFolder of the artifact store, which has made its credentials in it */
    Settings(String bootstrapServers, EmbeddedPostgres postgres, String database, int storePort, Path storeFolder) {
        this.bootstrapServers = bootstrapServers;
        this.postgres = postgres;
        this.database = database;
        this.storePort = storePort;
        this.storeFolder = storeFolder;
    }

    Map<String, String> ingest() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    }

    /** A replica that keeps its name has its partitions back at once when it comes back. */
    Map<String, String> query(String name) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database),
                "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(database),
                "QUARKUS_DATASOURCE_USERNAME", postgres.username(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                "RUNSTREAM_PROJECTION_INSTANCE_ID", name);
    }

    Map<String, String> artifact() {
        Properties credentials = new Properties();
        Path file = storeFolder.resolve("credentials");
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            credentials.load(reader);
        } catch (IOException e) {
            throw new ClusterException("The store's credentials can't be read: " + e, e);
        }
        return Map.of(
                // Asked only with authentication: it knows who may do what.
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers,
                "RUNSTREAM_ARTIFACT_STORE_ENDPOINT",
                "http://127.0.0.1:" + storePort,
                "RUNSTREAM_ARTIFACT_STORE_REGION",
                EmbeddedS3.REGION,
                "RUNSTREAM_ARTIFACT_STORE_ACCESS_KEY",
                credentials.getProperty("access-key"),
                "RUNSTREAM_ARTIFACT_STORE_SECRET_KEY",
                credentials.getProperty("secret-key"));
    }

    /** @param addresses of the replicas, by service */
    Map<String, String> gateway(Map<String, List<URI>> addresses) {
        Map<String, String> settings = new TreeMap<>();
        addresses.forEach((service, replicas) -> settings.put(
                "RUNSTREAM_GATEWAY_" + service.toUpperCase(Locale.ROOT),
                replicas.stream().map(URI::toString).collect(Collectors.joining(","))));
        return settings;
    }
}
