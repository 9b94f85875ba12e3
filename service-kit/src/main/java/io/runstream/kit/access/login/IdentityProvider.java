package io.runstream.kit.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether somebody else vouches for callers, by tokens. */
@Singleton
public class IdentityProvider {
    private final boolean configured;

    @Inject
    IdentityProvider(@ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> url) {
        this.configured = url.isPresent();
    }

    public boolean isConfigured() {
        return configured;
    }
}
