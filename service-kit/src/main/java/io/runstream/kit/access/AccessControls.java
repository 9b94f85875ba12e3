package io.runstream.kit.access;

import io.runstream.kit.access.directory.LiveDirectory;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Picks who decides. */
final class AccessControls {
    /** @param directory read from the log only if somebody needs it */
    @Produces
    @Singleton
    AccessControl accessControl(AccessConfig config, Instance<LiveDirectory> directory) {
        return config.enabled() ? new DirectoryAccess(directory.get(), config.defaultPermission()) : new OpenAccess();
    }
}
