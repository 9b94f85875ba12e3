package io.runstream.artifact.s3;

import io.quarkus.runtime.StartupEvent;
import io.runstream.artifact.store.ArtifactConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Checks all stores of the configuration before the first request. */
@ApplicationScoped
class S3Startup {
    private static final String PREFIX = "runstream.artifact.";

    private final S3Clients clients;
    private final ArtifactConfig config;

    S3Startup(S3Clients clients, ArtifactConfig config) {
        this.clients = clients;
        this.config = config;
    }

    void check(@Observes StartupEvent event) {
        check(config.store(), PREFIX + "store");
        config.stores().forEach((name, store) -> check(store, PREFIX + "stores." + name));
    }

    private void check(ArtifactConfig.Store store, String property) {
        new BucketCheck(clients.bucket(store), store, property).run();
    }
}
