package io.runstream.kit.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.runstream.kit.access.AccessConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudienceCheckTest {
    private static final Optional<String> PROVIDER = Optional.of("https://issuer.example");

    private final Logger logger = Logger.getLogger(AudienceCheck.class.getName());
    private final List<String> said = new ArrayList<>();
    private final ExtHandler handler = new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord line) {
            said.add(line.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    @Test
    void warnsWhereTokensForOtherServicesLetIn() {
        start("true", PROVIDER, Optional.empty());
        assertThat(said)
                .containsExactly(
                        "Tokens that the identity provider has made for other services are accepted here, too: set"
                                + " quarkus.oidc.token.audience to what the claim aud holds in those for this one (any: if that is"
                                + " meant)");
    }

    @Test
    void saysNothingWhereTheAudienceIsNamed() {
        start("true", PROVIDER, Optional.of(List.of("runstream")));
        assertThat(said).isEmpty();
    }

    @Test
    void saysNothingWhereNoTokenIsLookedAt() {
        start("true", Optional.empty(), Optional.empty());
        start("false", PROVIDER, Optional.empty());
        assertThat(said).isEmpty();
    }

    private static void start(String enabled, Optional<String> provider, Optional<List<String>> audience) {
        AccessConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(AccessConfig.class)
                .withDefaultValues(Map.of("runstream.auth.enabled", enabled))
                .build()
                .getConfigMapping(AccessConfig.class);
        new AudienceCheck(config, new IdentityProvider(provider), audience).start(new StartupEvent());
    }
}
