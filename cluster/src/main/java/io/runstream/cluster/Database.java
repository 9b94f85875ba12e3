package io.runstream.cluster;

import io.runstream.cluster.way.Network;
import io.runstream.embedded.EmbeddedPostgres;
import io.runstream.embedded.PostgresSettings;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's Postgres: one server at a time, at an address that stays while servers come and go. It may be killed, stopped
 * and started again, and a standby may take its place. Thread-safe.
 */
public final class Database implements AutoCloseable {
    /** What the way to it is called. */
    public static final String WAY = "postgres";

    private static final int CONNECTIONS = 100;
    private static final String REPLICATION = "replication";

    private final Path folder;
    private final Network network;
    private final IntSupplier ports;
    private final PostgresSettings settings;
    private final int way;
    private EmbeddedPostgres server;
    private Path serverFolder;
    private int servers = 1;
    private @Nullable EmbeddedPostgres standby;

    private Database(Path folder, Surroundings surroundings, IntSupplier ports) {
        this.folder = folder;
        this.network = surroundings.network();
        this.ports = ports;
        PostgresSettings plain = PostgresSettings.defaults().withMaxConnections(CONNECTIONS);
        this.settings = surroundings.standbys() ? plain.withStandbys() : plain;
        this.serverFolder = folder.resolve("postgres");
        this.server = EmbeddedPostgres.start(serverFolder, settings.withPort(ports.getAsInt()));
        this.way = network.way(WAY, server.port());
    }

    static Database start(Path folder, Surroundings surroundings, IntSupplier ports) {
        return new Database(folder, surroundings, ports);
    }

    /** As if its machine had died. */
    public synchronized void kill() {
        server.kill();
    }

    /** Disconnects everybody. */
    public synchronized void stop() {
        server.close();
    }

    /** Starts the server that was killed or stopped; returns when it takes connections. */
    public synchronized void startAgain() {
        server = EmbeddedPostgres.start(serverFolder, settings.withPort(server.port()));
    }

    /** Starts a standby that follows, some commits behind. */
    public synchronized void addStandby() {
        standby = server.startStandby(
                standbyFolder(), settings.withPort(ports.getAsInt()), network.way(replication(), server.port()));
    }

    /** What the way from the standby to the server it follows is called. */
    public synchronized String replication() {
        return REPLICATION + "-" + servers;
    }

    /**
     * The server dies and its standby takes over, with what it has.
     *
     * @return where it listens, for the way to be led there
     */
    public synchronized int failOver() {
        EmbeddedPostgres successor = standby;
        if (successor == null) {
            throw new IllegalStateException("There is no standby");
        }
        server.kill();
        successor.promote();
        server = successor;
        serverFolder = standbyFolder();
        standby = null;
        servers++;
        return server.port();
    }

    private Path standbyFolder() {
        return folder.resolve("postgres-" + (servers + 1));
    }

    /** Makes an empty database if there is none of that name. */
    public synchronized void create(String name) {
        server.createDatabase(name);
    }

    /** For JDBC, without user and password. */
    public String jdbcUrl(String name) {
        return "jdbc:" + reactiveUrl(name);
    }

    /** For the Vert.x client, without user and password. */
    public String reactiveUrl(String name) {
        return "postgresql://127.0.0.1:" + way + "/" + name;
    }

    /** Of a superuser. */
    public synchronized String username() {
        return server.username();
    }

    /** Of {@link #username()}. */
    public synchronized String password() {
        return server.password();
    }

    @Override
    public synchronized void close() {
        if (standby != null) {
            standby.close();
        }
        server.close();
    }
}
