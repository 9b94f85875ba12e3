package io.runstream.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an embedded server runs.
 *
 * @param port TCP port on 127.0.0.1; 0 for a free one
 * @param maxConnections connections at a time, of all databases together
 * @param sharedBuffersMegabytes memory for pages of tables, shared by the server's processes
 * @param mayBeFollowed whether standbys can follow it, which costs more writing ahead
 */
public record PostgresSettings(int port, int maxConnections, int sharedBuffersMegabytes, boolean mayBeFollowed) {

    /** A free port, 40 connections, 128 MB, no standbys. */
    public static PostgresSettings defaults() {
        return new PostgresSettings(0, 40, 128, false);
    }

    /** The same, on that port; 0 for a free one. */
    public PostgresSettings withPort(int newPort) {
        return new PostgresSettings(newPort, maxConnections, sharedBuffersMegabytes, mayBeFollowed);
    }

    /** The same, for so many connections at a time. */
    public PostgresSettings withMaxConnections(int connections) {
        return new PostgresSettings(port, connections, sharedBuffersMegabytes, mayBeFollowed);
    }

    /** The same, for a server that standbys can follow, and for such a standby. */
    public PostgresSettings withStandbys() {
        return new PostgresSettings(port, maxConnections, sharedBuffersMegabytes, true);
    }

    /** What the server is told at each start, on top of its own defaults: all that durability needs is on. */
    Map<String, String> toServer(int chosenPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", LoopbackPort.HOST);
        settings.put("port", String.valueOf(chosenPort));
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("wal_level", mayBeFollowed ? "replica" : "minimal");
        settings.put("max_wal_senders", mayBeFollowed ? "4" : "0");
        settings.put("wal_keep_size", mayBeFollowed ? "512MB" : "0");
        settings.put("max_logical_replication_workers", "0");
        settings.put("max_wal_size", "512MB");
        settings.put("max_connections", String.valueOf(maxConnections));
        settings.put("shared_buffers", sharedBuffersMegabytes + "MB");
        settings.put("effective_cache_size", 4 * sharedBuffersMegabytes + "MB");
        // A page found by an index costs hardly more than the next one, on the disks that laptops have.
        settings.put("random_page_cost", "1.1");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "32MB");
        settings.put("io_method", "sync");
        settings.put("jit", "off");
        settings.put("log_min_messages", "warning");
        return settings;
    }
}
