package io.runstream.bench.server;

import io.runstream.embedded.EmbeddedPostgres;
import io.runstream.embedded.PostgresSettings;
import java.nio.file.Path;

/** An empty Postgres for a server that brings none: the same that Runstream embeds, with the same settings. */
final class PeerDatabase implements AutoCloseable {

    private static final String NAME = "tracking";

    /** MLflow's two workers, FastTrackML's pool and this program. */
    private static final int MAX_CONNECTIONS = 100;

    private final Path folder;
    private final EmbeddedPostgres postgres;

    /** @param folder made if absent; belongs to the database alone */
    PeerDatabase(Path folder) {
        this.folder = folder;
        postgres = EmbeddedPostgres.start(folder, PostgresSettings.defaults().withMaxConnections(MAX_CONNECTIONS));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgres::close));
        postgres.createDatabase(NAME);
    }

    Path folder() {
        return folder;
    }

    String jdbcUrl() {
        return "%s?user=%s&password=%s".formatted(postgres.jdbcUrl(NAME), postgres.username(), postgres.password());
    }

    /** In the form that Python and Go libraries read. */
    String uri(String scheme) {
        String credentials = postgres.username() + ":" + postgres.password();
        return postgres.reactiveUrl(NAME).replaceFirst("^postgresql://", scheme + "://" + credentials + "@");
    }

    @Override
    public void close() {
        postgres.close();
    }
}
