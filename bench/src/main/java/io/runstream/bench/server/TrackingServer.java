package io.runstream.bench.server;

import java.net.InetSocketAddress;
import java.util.Optional;

/** A server under test, running on an empty database from its construction to its end. */
public interface TrackingServer extends AutoCloseable {

    Product product();

    InetSocketAddress address();

    /** JDBC URL of the Postgres database it keeps its data in. */
    String jdbcUrl();

    /** The store it keeps artifacts in, if it can be used beside the server; empty for one that keeps them in a folder. */
    Optional<ObjectStore> store();

    /** All its processes, Postgres included. */
    ProcessGroup processes();

    /** Ends every process it started, and returns when they are gone. */
    @Override
    void close();
}
