package io.runstream.cluster;

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
    private final Database database;
    private final URI url;
    private final int storePort;
    private final Path storeFolder;

    /** Of one replica among others. */
    interface OfReplica {
        Map<String, String> of(String name);
    }

    /**
     * @param url of the gateway
     * @param storeFolder of the artifact store, which has made its credentials in it
     */
    Settings(String bootstrapServers, Database database, URI url, int storePort, Path storeFolder) {
        this.bootstrapServers = bootstrapServers;
        this.database = database;
        this.url = url;
        this.storePort = storePort;
        this.storeFolder = storeFolder;
    }

    Map<String, String> ingest() {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    }

    /** A replica that keeps its name has its partitions back at once when it comes back. */
    Map<String, String> query(String name) {
        Map<String, String> settings = passingQuery(Cluster.DATABASE);
        settings.put("RUNSTREAM_PROJECTION_INSTANCE_ID", name);
        return settings;
    }

    /**
     * Of a replica that comes and goes.
     *
     * @param databaseName what it fills
     */
    Map<String, String> passingQuery(String databaseName) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(databaseName));
        settings.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(databaseName));
        settings.put("QUARKUS_DATASOURCE_USERNAME", database.username());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        return settings;
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
                "RUNSTREAM_TRACKING_URL",
                url.toString(),
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
