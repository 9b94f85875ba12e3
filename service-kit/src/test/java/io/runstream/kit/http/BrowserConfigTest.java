package io.runstream.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserConfigTest {

    @Test
    void isAsStrictAsMlflowUnlessTold() {
        BrowserConfig config = config(Map.of());
        assertThat(config.allowedHosts()).isEmpty();
        assertThat(config.corsAllowedOrigins()).isEmpty();
        assertThat(config.xFrameOptions()).isEqualTo("SAMEORIGIN");
        assertThat(config.strictTransportSecurity()).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void takesListsWithCommas() {
        BrowserConfig config = config(Map.of(
                "runstream.http.allowed-hosts", "tracking.example,*.lab.example:8080",
                "runstream.http.cors-allowed-origins", "https://a.example,https://b.example",
                "runstream.http.x-frame-options", "NONE"));
        assertThat(config.allowedHosts()).contains(List.of("tracking.example", "*.lab.example:8080"));
        assertThat(config.corsAllowedOrigins()).contains(List.of("https://a.example", "https://b.example"));
        assertThat(config.xFrameOptions()).isEqualTo("NONE");
    }

    private static BrowserConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(BrowserConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(BrowserConfig.class);
    }
}
