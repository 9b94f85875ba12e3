package io.runstream.ingest.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while Kafka is. Whether Postgres is there does not matter: appends do without it. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {
    private final Replies replies;

    @Inject
    LogReadiness(Replies replies) {
        this.replies = replies;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log").status(replies.isConnected()).build();
    }
}
