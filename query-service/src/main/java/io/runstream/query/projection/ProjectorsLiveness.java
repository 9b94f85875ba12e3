package io.runstream.query.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * A projector goes on through whatever Kafka and Postgres do. One that has ended all the same does not come back: the process
 * is to be started anew.
 */
@Liveness
@ApplicationScoped
class ProjectorsLiveness implements HealthCheck {
    private final ProjectionStartup projection;

    @Inject
    ProjectorsLiveness(ProjectionStartup projection) {
        this.projection = projection;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("projectors")
                .status(projection.isAlive())
                .build();
    }
}
