package io.runstream.standalone;

import io.runstream.embedded.EmbeddedKafka;
import io.runstream.embedded.EmbeddedPostgres;
import io.runstream.embedded.KafkaSettings;
import io.runstream.embedded.PostgresSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The broker and the Postgres of a data folder, both running. */
record Backends(EmbeddedKafka kafka, EmbeddedPostgres postgres) implements AutoCloseable {
    private static final String DATABASE = "runstream";

    /**
     * Starts both side by side.
     *
     * @throws io.runstream.embedded.BackendException one of them did not start; the other is stopped again
     */
    static Backends start(DataFolder folder, boolean flushEachAppend) {
        CompletableFuture<EmbeddedPostgres> postgres = CompletableFuture.supplyAsync(() -> startPostgres(folder));
        EmbeddedKafka kafka;
        try {
            KafkaSettings settings = KafkaSettings.defaults().withFlushEachAppend(flushEachAppend);
            kafka = EmbeddedKafka.start(folder.kafka(), settings);
        } catch (RuntimeException e) {
            postgres.thenAccept(EmbeddedPostgres::close)
                    .exceptionally(alsoFailed -> null)
                    .join();
            throw e;
        }
        try {
            return new Backends(kafka, postgres.join());
        } catch (CompletionException e) {
            kafka.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    String reactiveUrl() {
        return postgres.reactiveUrl(DATABASE);
    }

    /** Drops all tables; the services make them anew and fill them from the log. */
    void emptyDatabase() {
        postgres.dropDatabase(DATABASE);
        postgres.createDatabase(DATABASE);
    }

    /** The broker first: what reaches Postgres comes from it. */
    @Override
    public void close() {
        try {
            kafka.close();
        } finally {
            postgres.close();
        }
    }

    private static EmbeddedPostgres startPostgres(DataFolder folder) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.postgres(), PostgresSettings.defaults());
        try {
            postgres.createDatabase(DATABASE);
            return postgres;
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }
}
