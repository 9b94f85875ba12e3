package io.runstream.kit.access.login;

import io.quarkus.runtime.StartupEvent;
import io.runstream.kit.access.AccessConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns at the start if the identity provider's tokens let in whatever service they were made for. */
@Singleton
class AudienceCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AudienceCheck.class);
    private static final String AUDIENCE = "quarkus.oidc.token.audience";

    private final boolean unsafe;

    @Inject
    AudienceCheck(
            AccessConfig config,
            IdentityProvider provider,
            @ConfigProperty(name = AUDIENCE) Optional<List<String>> audience) {
        this.unsafe = config.enabled() && provider.isConfigured() && audience.isEmpty();
    }

    void start(@Observes StartupEvent starting) {
        if (unsafe) {
            LOG.warn("Tokens that the identity provider has made for other services are accepted here, too: set "
                    + AUDIENCE + " to what the claim aud holds in those for this one (any: if that is meant)");
        }
    }
}
