package io.runstream.kit.access;

import io.quarkus.runtime.StartupEvent;
import io.runstream.kit.access.directory.LiveDirectory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Begins to read at the start, not at the first request; ready when all is read that there was. */
@Singleton
@Readiness
class DirectoryStartup implements HealthCheck {
    private static final String NAME = "access directory";

    private final AccessConfig config;
    private final Instance<LiveDirectory> directory;

    @Inject
    DirectoryStartup(AccessConfig config, Instance<LiveDirectory> directory) {
        this.config = config;
        this.directory = directory;
    }

    void start(@Observes StartupEvent starting) {
        if (config.enabled()) {
            directory.get().isCaughtUp();
        }
    }

    @Override
    public HealthCheckResponse call() {
        boolean up = !config.enabled() || directory.get().isCaughtUp();
        return HealthCheckResponse.named(NAME).status(up).build();
    }
}
