package io.runstream.artifact.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minio.BucketExistsArgs;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.runstream.artifact.store.ArtifactConfig;
import io.runstream.testkit.TestS3;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BucketCheckTest {
    private static final String STORE = "runstream.artifact.store";

    private final Vertx vertx = Vertx.vertx();
    private final TestS3 s3 = TestS3.shared();
    private final String bucket = TestS3.freshBucket();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            STORE + ".endpoint", s3.endpoint().toString(),
            STORE + ".bucket", bucket,
            STORE + ".access-key", s3.accessKey(),
            STORE + ".secret-key", s3.secretKey()));

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void aMissingBucketIsMade() throws Exception {
        check();
        S3Bucket made = clients().bucket(config().store());
        assertThat(made.client()
                        .bucketExists(BucketExistsArgs.builder().bucket(bucket).build())
                        .get())
                .isTrue();
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aMissingBucketThatMayNotBeMadeIsNamed() {
        settings.put(STORE + ".create-bucket", "false");
        assertThatThrownBy(this::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The artifact store at " + s3.endpoint() + " has no bucket " + bucket
                        + " (runstream.artifact.store.bucket), and runstream.artifact.store.create-bucket is false.");
    }

    @Test
    void anUnknownAccessKeyIsNamed() {
        settings.put(STORE + ".access-key", "nobody");
        assertThatThrownBy(this::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The artifact store at " + s3.endpoint()
                        + " does not know the access key (runstream.artifact.store.access-key).");
    }

    @Test
    void aWrongSecretKeyIsNamed() {
        settings.put(STORE + ".secret-key", "wrong");
        assertThatThrownBy(this::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The artifact store at " + s3.endpoint()
                        + " refuses the secret key (runstream.artifact.store.secret-key).")
                .hasMessageNotContaining("wrong");
    }

    @Test
    void aStoreThatDoesNotAnswerIsLetBe() {
        settings.put(STORE + ".endpoint", NoStore.address());
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void check() {
        ArtifactConfig.Store store = config().store();
        new BucketCheck(clients().bucket(store), store, STORE).run();
    }

    private S3Clients clients() {
        return new S3Clients(vertx, config(), new UploadMeters(new SimpleMeterRegistry()));
    }

    private ArtifactConfig config() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ArtifactConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(ArtifactConfig.class);
    }
}
