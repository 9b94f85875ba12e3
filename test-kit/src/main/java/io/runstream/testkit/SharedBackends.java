package io.runstream.testkit;

import io.runstream.embedded.EmbeddedKafka;
import io.runstream.embedded.EmbeddedPostgres;
import io.runstream.embedded.EmbeddedS3;
import io.runstream.embedded.Folders;
import io.runstream.embedded.KafkaSettings;
import io.runstream.embedded.PostgresSettings;
import io.runstream.embedded.S3Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The backends of this JVM, started when first asked for and stopped at its end.
 *
 * <p>Quarkus loads test classes anew for each application it starts, and closes those class loaders: a static field of
 * theirs is not shared, and a broker loaded by one dies with it. So there is one copy of this class that counts, that of
 * the system class loader, and the others ask that one; only JDK types pass between them.
 */
public final class SharedBackends {
    private static final int MAX_CONNECTIONS = 100;

    private static @Nullable Path folder;
    private static @Nullable EmbeddedKafka kafka;
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable EmbeddedS3 s3;

    private SharedBackends() {}

    static String kafkaBootstrapServers() {
        return (String) ask("startKafka");
    }

    static TestDatabase createDatabase(String name) {
        @SuppressWarnings("unchecked")
        Map<String, String> answer = (Map<String, String>) ask("startPostgres", name);
        return TestDatabase.from(name, answer);
    }

    static TestS3 s3() {
        @SuppressWarnings("unchecked")
        Map<String, String> answer = (Map<String, String>) ask("startS3");
        return TestS3.from(answer);
    }

    /** Called on the copy that counts; returns how to reach the store. */
    public static synchronized Map<String, String> startS3() {
        if (s3 == null) {
            s3 = EmbeddedS3.start(folder().resolve("s3"), S3Settings.defaults());
        }
        return Map.of("endpoint", s3.endpoint().toString(), "accessKey", s3.accessKey(), "secretKey", s3.secretKey());
    }

    /** Called on the copy that counts; returns the broker's bootstrap servers. */
    public static synchronized String startKafka() {
        if (kafka == null) {
            QuietLogs.warningsOnly();
            kafka = EmbeddedKafka.start(folder().resolve("kafka"), KafkaSettings.defaults());
        }
        return kafka.bootstrapServers();
    }

    /** Called on the copy that counts; returns how to reach the empty database it made. */
    public static synchronized Map<String, String> startPostgres(String database) {
        if (postgres == null) {
            PostgresSettings settings = PostgresSettings.defaults().withMaxConnections(MAX_CONNECTIONS);
            postgres = EmbeddedPostgres.start(folder().resolve("postgres"), settings);
        }
        postgres.createDatabase(database);
        return Map.of(
                "jdbcUrl", postgres.jdbcUrl(database),
                "reactiveUrl", postgres.reactiveUrl(database),
                "username", postgres.username(),
                "password", postgres.password());
    }

    private static Object ask(String method, String... arguments) {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, String.class);
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The broker loads parts of itself by it; under Quarkus they would be other copies of its classes.
        thread.setContextClassLoader(system);
        try {
            return Class.forName(SharedBackends.class.getName(), true, system)
                    .getMethod(method, types)
                    .invoke(null, (Object[]) arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The test backends did not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("runstream-test-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(SharedBackends::stop, "test-backends-stop"));
        }
        return folder;
    }

    private static synchronized void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (s3 != null) {
            s3.close();
        }
        if (folder != null) {
            Folders.delete(folder);
        }
    }
}
