package io.runstream.ingest.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Without the thread that reads verdicts no command is ever answered: the process is to be started anew. */
@Liveness
@ApplicationScoped
class RepliesLiveness implements HealthCheck {
    private final Replies replies;

    @Inject
    RepliesLiveness(Replies replies) {
        this.replies = replies;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reader of verdicts")
                .status(replies.isAlive())
                .build();
    }
}
