package io.runstream.kit.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "127.8.0.1", "::1"})
    void thisMachineIsLetInWithoutAName(String host) {
        assertThatCode(() -> exposure(Map.of("quarkus.http.host", host)).check())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.7", "no-such-host.invalid"})
    void doesNotListenForOthersWithoutAuthentication(String host) {
        assertThatThrownBy(() -> exposure(Map.of("quarkus.http.host", host)).check())
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessage("Authentication is off (runstream.auth.enabled), and the server would listen on " + host
                        + " (quarkus.http.host): everybody who reaches it could read, change and delete everything. Turn"
                        + " authentication on, listen on 127.0.0.1, or say that this is meant:"
                        + " runstream.http.unauthenticated-access=whole-network.");
    }

    @Test
    void aServerThatWasNotToldAnAddressListensOnAll() {
        assertThatThrownBy(() -> exposure(Map.of()).check()).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void listensForOthersWithAuthentication() {
        assertThatCode(() -> exposure(Map.of("quarkus.http.host", "0.0.0.0", "runstream.auth.enabled", "true"))
                        .check())
                .doesNotThrowAnyException();
    }

    @Test
    void listensForOthersIfToldInWords() {
        assertThatCode(() -> exposure(Map.of(
                                "quarkus.http.host",
                                "0.0.0.0",
                                "runstream.http.unauthenticated-access",
                                "whole-network"))
                        .check())
                .doesNotThrowAnyException();
    }

    private static Exposure exposure(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ExposureConfig.class)
                .withDefaultValues(settings)
                .build();
        return new Exposure(config, config.getConfigMapping(ExposureConfig.class));
    }
}
