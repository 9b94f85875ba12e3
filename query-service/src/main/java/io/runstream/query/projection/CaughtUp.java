package io.runstream.query.projection;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
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
 * Ready once everything that was in the log at the start has been projected, by whichever replica. From then on a read says
 * itself how far behind it is.
 */
@Readiness
@ApplicationScoped
public class CaughtUp implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(CaughtUp.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ProjectionConfig config;
    private final CatchUp catchUp;
    private volatile boolean caughtUp;
    private volatile @Nullable Thread thread;

    @Inject
    CaughtUp(ProjectionConfig config, CatchUp catchUp) {
        this.config = config;
        this.catchUp = catchUp;
    }

    void begin(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofVirtual().name("catch-up").start(this::run);
        } else {
            caughtUp = true;
        }
    }

    private void run() {
        try {
            while (!caughtUp) {
                caughtUp = tryOnce();
                if (!caughtUp) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryOnce() throws InterruptedException {
        try {
            catchUp.await(progress -> LOG.debug("Catching up: {}", progress));
            return true;
        } catch (RuntimeException e) {
            LOG.debug("Kafka or Postgres does not tell how far the projection is", e);
            return false;
        }
    }

    void end(@Observes ShutdownEvent event) {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("caught up with the log")
                .status(caughtUp)
                .build();
    }
}
