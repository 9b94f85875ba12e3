package io.runstream.ingest.experiment;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Experiment 0 must be there before anything else. Asking for it also shows that the log takes events and a projector
 * answers, so this service is ready when it is there.
 */
@Readiness
@ApplicationScoped
public class DefaultExperiment implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultExperiment.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final ExperimentLifecycle lifecycle;
    private volatile boolean there;
    private volatile @Nullable Cancellable attempts;

    @Inject
    DefaultExperiment(ExperimentLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    void ensure(@Observes StartupEvent start) {
        attempts = lifecycle
                .ensureDefault()
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .subscribe()
                .with(done -> there = true, failure -> LOG.error("The default experiment can't be created", failure));
    }

    @PreDestroy
    void giveUp() {
        Cancellable running = attempts;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("default experiment").status(there).build();
    }
}
