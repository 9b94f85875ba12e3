package io.runstream.artifact.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ArtifactConfigTest {

    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        ArtifactConfig config = config(Map.of());
        assertThat(config.store().endpoint()).isEqualTo(URI.create("http://127.0.0.1:9000"));
        assertThat(config.store().region()).isEqualTo("us-east-1");
        assertThat(config.store().bucket()).isEqualTo("runstream");
        assertThat(config.store().prefix()).isEmpty();
        assertThat(config.store().accessKey()).isEmpty();
        assertThat(config.store().secretKey()).isEmpty();
        assertThat(config.store().createBucket()).isTrue();
        assertThat(config.stores()).isEmpty();
        assertThat(config.presigned().enabled()).isFalse();
        assertThat(config.presigned().endpoint()).isEmpty();
        assertThat(config.presigned().expiry()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.connections()).isEqualTo(64);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.idleTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.singleUploadLimit().asLongValue()).isEqualTo(5L << 30);
        assertThat(config.abandonedUploadsAfter()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void takesFurtherStoresByNamesOfTheirOwn() {
        ArtifactConfig config = config(Map.of(
                "runstream.artifact.stores.lab.endpoint", "https://s3.lab.example",
                "runstream.artifact.stores.lab.bucket", "lab-artifacts",
                "runstream.artifact.stores.lab.prefix", "team/a",
                "runstream.artifact.stores.lab.create-bucket", "false"));
        ArtifactConfig.Store lab = Objects.requireNonNull(config.stores().get("lab"));
        assertThat(lab.endpoint()).isEqualTo(URI.create("https://s3.lab.example"));
        assertThat(lab.bucket()).isEqualTo("lab-artifacts");
        assertThat(lab.prefix()).contains("team/a");
        assertThat(lab.createBucket()).isFalse();
    }

    private static ArtifactConfig config(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ArtifactConfig.class)
                .withDefaultValues(values)
                .build();
        return config.getConfigMapping(ArtifactConfig.class);
    }
}
