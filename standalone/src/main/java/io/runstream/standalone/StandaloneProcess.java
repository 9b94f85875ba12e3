package io.runstream.standalone;

import io.quarkus.runtime.Quarkus;
import io.runstream.embedded.DataFolder;
import io.runstream.embedded.EmbeddedS3;
import io.runstream.query.ui.MlflowBundle;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** One life of the process: take the folder, start the backends, run the services on them, and undo it in reverse. */
final class StandaloneProcess {
    private static final Duration SERVICES_STOP_WITHIN = Duration.ofSeconds(30);

    private final StandaloneOptions options;
    private final CountDownLatch servicesStopped = new CountDownLatch(1);

    StandaloneProcess(StandaloneOptions options) {
        this.options = options;
    }

    /** Returns when the services have stopped; the JVM's end stops the rest. */
    void run() {
        requireWebPage();
        HttpAddress address = HttpAddress.choose(options.listening());
        options.listening().requireMeant(address, isAuthenticated());
        DataFolder folder = DataFolder.open(options.data());
        Backends backends = Backends.start(folder, options.flushEachAppend());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(backends, folder), "standalone-stop"));
        try {
            serve(address, folder, backends);
        } finally {
            servicesStopped.countDown();
        }
    }

    /** Before anything is started: what the services refuse at their start they refuse with a stack trace. */
    private void requireWebPage() {
        if (options.mlflowUi() != null) {
            MlflowBundle.in(options.mlflowUi());
        }
    }

    private boolean isAuthenticated() {
        if (options.auth()) {
            return true;
        }
        String property = System.getProperty("runstream.auth.enabled", System.getenv("RUNSTREAM_AUTH_ENABLED"));
        return Boolean.parseBoolean(property);
    }

    private void serve(HttpAddress address, DataFolder folder, Backends backends) {
        if (options.replay()) {
            prepareReplay(backends);
        }
        configure(address, folder, backends);
        announce(address, folder, backends);
        Quarkus.run(StandaloneApplication.class, this::end);
    }

    private void end(int exitCode, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println("Runstream stopped: " + rootOf(failure).getMessage());
        }
        servicesStopped.countDown();
        System.exit(exitCode);
    }

    /** Quarkus wraps what stopped it in what it was doing. */
    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** All hooks of a JVM run at once: this one waits for Quarkus' own. */
    private void stop(Backends backends, DataFolder folder) {
        try {
            servicesStopped.await(SERVICES_STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            backends.close();
        } finally {
            folder.close();
        }
    }

    private static void prepareReplay(Backends backends) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", backends.kafka().bootstrapServers()))) {
            long forgotten = LogBeginning.forgotten(admin);
            if (forgotten > 0) {
                throw StandaloneException.failed(("The log no longer holds its first %,d events: replaying it would"
                                + " lose what only the tables still know. Nothing was changed.")
                        .formatted(forgotten));
            }
        }
        backends.emptyDatabase();
    }

    private void configure(HttpAddress address, DataFolder folder, Backends backends) {
        listen(address);
        authenticate(folder);
        set("quarkus.log.file.path", folder.log().toString());
        set("kafka.bootstrap.servers", backends.kafka().bootstrapServers());
        set("quarkus.datasource.jdbc.url", backends.jdbcUrl());
        set("quarkus.datasource.reactive.url", backends.reactiveUrl());
        set("quarkus.datasource.username", backends.postgres().username());
        set("quarkus.datasource.password", backends.postgres().password());
        set("runstream.projection.instance-id", "standalone");
        set("runstream.artifact.store.endpoint", backends.s3().endpoint().toString());
        set("runstream.artifact.store.region", EmbeddedS3.REGION);
        set("runstream.artifact.store.access-key", backends.s3().accessKey());
        set("runstream.artifact.store.secret-key", backends.s3().secretKey());
        set("runstream.tracking.url", address.url().toString());
        set("runstream.standalone.url", address.url().toString());
        set("runstream.standalone.data", folder.root().toString());
        set("runstream.standalone.replay", String.valueOf(options.replay()));
        if (options.mlflowUi() != null) {
            set("runstream.ui.mlflow-dir", options.mlflowUi().toString());
        }
        if (options.flushEachAppend()) {
            // One flush for all appends of a moment instead of one per partition; counts when the topic is made.
            set("runstream.log.partitions", "1");
        }
    }

    /** The first administrator's password is made here unless somebody has chosen one. */
    private void authenticate(DataFolder folder) {
        set("runstream.auth.enabled", String.valueOf(isAuthenticated()));
        if (isAuthenticated() && System.getenv("RUNSTREAM_AUTH_ADMIN_PASSWORD") == null) {
            AdminPassword password = new AdminPassword(folder.root());
            set("runstream.auth.admin.password", password.readOrMake(new SecureRandom()));
            set("runstream.standalone.admin-password-file", password.file().toString());
        }
    }

    private void listen(HttpAddress address) {
        set("quarkus.http.host", address.host().getHostAddress());
        if (options.listening().letEverybodyIn()) {
            set("runstream.http.unauthenticated-access", "whole-network");
        }
        if (options.listening().pathPrefix() != null) {
            set("runstream.http.path-prefix", options.listening().pathPrefix());
        }
        Listening.Certificate certificate = options.listening().certificate();
        if (certificate == null) {
            set("quarkus.http.port", String.valueOf(address.port()));
        } else {
            set("quarkus.http.ssl-port", String.valueOf(address.port()));
            set("quarkus.http.insecure-requests", "disabled");
            set("quarkus.http.tls-configuration-name", "clients");
            set("quarkus.tls.clients.key-store.pem.0.cert", certificate.chain().toString());
            set("quarkus.tls.clients.key-store.pem.0.key", certificate.key().toString());
            set("quarkus.tls.clients.reload-period", "1h");
            // The services ask each other under an address that the certificate need not name.
            set("runstream.tracking.tls-configuration-name", "own");
            set("quarkus.tls.own.trust-store.pem.certs", certificate.chain().toString());
            set("quarkus.tls.own.hostname-verification-algorithm", "NONE");
        }
    }

    private static void announce(HttpAddress address, DataFolder folder, Backends backends) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("pid", String.valueOf(ProcessHandle.current().pid()));
        facts.put("url", address.url().toString());
        facts.put("kafka", backends.kafka().bootstrapServers());
        facts.put("postgres", backends.reactiveUrl());
        facts.put("s3", backends.s3().endpoint().toString());
        folder.running().write(facts);
    }

    private static void set(String key, String value) {
        System.setProperty(key, value);
    }
}
