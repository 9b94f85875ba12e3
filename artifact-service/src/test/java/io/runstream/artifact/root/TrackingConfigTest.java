package io.runstream.artifact.root;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrackingConfigTest {

    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        TrackingConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TrackingConfig.class)
                .build()
                .getConfigMapping(TrackingConfig.class);
        assertThat(config.url()).isEqualTo(URI.create("http://127.0.0.1:5000"));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
    }
}
