package io.runstream.artifact.s3;

import io.quarkus.runtime.StartupEvent;
import io.runstream.artifact.store.ArtifactConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Checks all stores of the configuration before the first request, and keeps them free of uploads that nobody finishes. */
@ApplicationScoped
class S3Startup {
    private static final String PREFIX = "runstream.artifact.";
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final S3Clients clients;
    private final ArtifactConfig config;
    private final Vertx vertx;
    private final Clock clock;

    S3Startup(S3Clients clients, ArtifactConfig config, Vertx vertx, Clock clock) {
        this.clients = clients;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    void check(@Observes StartupEvent event) {
        check(config.store(), PREFIX + "store");
        config.stores().forEach((name, store) -> check(store, PREFIX + "stores." + name));
    }

    private void check(ArtifactConfig.Store store, String property) {
        S3Bucket bucket = clients.bucket(store);
        new BucketCheck(bucket, store, property).run();
        AbandonedUploads abandoned = new AbandonedUploads(vertx, bucket, config.abandonedUploadsAfter());
        vertx.runOnContext(now -> abandoned.remove(clock.instant()));
        vertx.setPeriodic(HOUR, timer -> abandoned.remove(clock.instant()));
    }
}
