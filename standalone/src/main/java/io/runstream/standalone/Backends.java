package io.runstream.standalone;

import io.runstream.embedded.DataFolder;
import io.runstream.embedded.EmbeddedKafka;
import io.runstream.embedded.EmbeddedPostgres;
import io.runstream.embedded.EmbeddedS3;
import io.runstream.embedded.KafkaSettings;
import io.runstream.embedded.PostgresSettings;
import io.runstream.embedded.S3Settings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The broker, the Postgres and the artifact store of a data folder, all running. */
record Backends(EmbeddedKafka kafka, EmbeddedPostgres postgres, EmbeddedS3 s3) implements AutoCloseable {
    private static final String DATABASE = "runstream";

    /**
     * Starts them side by side.
     *
     * @throws io.runstream.embedded.BackendException one of them did not start; the others are stopped again
     */
    static Backends start(DataFolder folder, boolean flush) {
        KafkaSettings kafkaSettings = KafkaSettings.defaults().withFlushEachAppend(flush);
        S3Settings s3Settings = S3Settings.defaults().withFlushEachObject(flush);
        CompletableFuture<EmbeddedPostgres> postgres = CompletableFuture.supplyAsync(() -> startPostgres(folder));
        CompletableFuture<EmbeddedS3> s3 =
                CompletableFuture.supplyAsync(() -> EmbeddedS3.start(folder.artifacts(), s3Settings));
        CompletableFuture<EmbeddedKafka> kafka = new CompletableFuture<>();
        try {
            kafka.complete(EmbeddedKafka.start(folder.kafka(), kafkaSettings));
            return new Backends(kafka.join(), postgres.join(), s3.join());
        } catch (RuntimeException e) {
            kafka.cancel(false);
            closeIfStarted(kafka);
            closeIfStarted(s3);
            closeIfStarted(postgres);
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
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
        try (postgres;
                s3;
                kafka) {
            // Closed from the last to the first, each whatever becomes of the others.
        }
    }

    private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> backend) {
        backend.thenAccept(started -> {
                    try {
                        started.close();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                })
                .exceptionally(alsoFailed -> null)
                .join();
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
