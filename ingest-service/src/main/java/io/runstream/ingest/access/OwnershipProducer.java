package io.runstream.ingest.access;

import io.runstream.kit.access.AccessConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Picks who keeps permissions in step. */
final class OwnershipProducer {
    /** @param writer connected only if somebody needs it */
    @Produces
    @Singleton
    Ownership ownership(AccessConfig config, Instance<AccessWriter> writer) {
        return config.enabled() ? new LoggedOwnership(writer.get()) : new NoOwnership();
    }
}
