package io.runstream.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may reach the server without a name. */
@ConfigMapping(prefix = "runstream.http")
public interface ExposureConfig {
    /**
     * Who may do everything while authentication is off: {@code this-machine}, or {@code whole-network}, which is everybody
     * who reaches the port. Without authentication a server that listens on more than loopback starts only with the latter.
     */
    @WithDefault("this-machine")
    UnauthenticatedAccess unauthenticatedAccess();

    /** For whom a server without authentication is meant. */
    enum UnauthenticatedAccess {
        THIS_MACHINE,
        WHOLE_NETWORK
    }
}
