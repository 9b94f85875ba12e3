package io.runstream.ingest.model;

import io.runstream.id.LoggedModelId;
import io.runstream.id.RunNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What a new logged model gets if it brings nothing along. */
@ApplicationScoped
class LoggedModelIdentities {
    LoggedModelId newId() {
        return new LoggedModelId(UUID.randomUUID());
    }

    /** Like a run's: MLflow makes both alike. */
    String newName() {
        return RunNames.generate(ThreadLocalRandom.current());
    }
}
