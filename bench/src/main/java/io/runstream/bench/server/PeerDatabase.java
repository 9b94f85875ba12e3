package io.runstream.bench.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An empty Postgres for a server that brings none: the same binaries that Runstream embeds, and as durable. */
final class PeerDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Path folder;

    PeerDatabase(Path folder) {
        this.folder = folder;
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setCleanDataDirectory(true)
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path folder() {
        return folder;
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** In the form that Python and Go libraries read. */
    String uri(String scheme) {
        return scheme + "://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
