package io.runstream.artifact.s3;

import io.minio.HeadBucketArgs;
import io.runstream.artifact.store.ArtifactConfig;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the default store answers. */
@Readiness
@ApplicationScoped
class StoreReadiness implements AsyncHealthCheck {
    private static final String NAME = "Artifact store";

    private final S3Bucket bucket;

    StoreReadiness(S3Clients clients, ArtifactConfig config) {
        this.bucket = clients.bucket(config.store());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        HeadBucketArgs args = HeadBucketArgs.builder().bucket(bucket.name()).build();
        return Uni.createFrom()
                .completionStage(() -> bucket.client().headBucket(args))
                .map(answer -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.down(NAME));
    }
}
