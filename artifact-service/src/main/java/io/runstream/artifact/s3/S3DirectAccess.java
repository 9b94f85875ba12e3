package io.runstream.artifact.s3;

import io.minio.messages.Part;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.store.ArtifactConfig;
import io.runstream.artifact.store.DirectAccess;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Presigned addresses of the default store, as clients see it. */
@ApplicationScoped
class S3DirectAccess implements DirectAccess {
    private final boolean enabled;
    private final Duration expiry;
    private final S3Bucket asClientsSeeIt;
    private final S3Multipart multipart;

    S3DirectAccess(Vertx vertx, S3Clients clients, ArtifactConfig config) {
        ArtifactConfig.Store store = config.store();
        this.enabled = config.presigned().enabled();
        this.expiry = config.presigned().expiry();
        this.asClientsSeeIt =
                clients.bucket(store, config.presigned().endpoint().orElse(store.endpoint()));
        this.multipart = new S3Multipart(vertx, clients.bucket(store));
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Uni<Upload> createUpload(ArtifactPath path, String contentType, int parts) {
        String key = asClientsSeeIt.key(path);
        return uni(multipart
                .create(key, contentType)
                .map(id -> new Upload(
                        id,
                        IntStream.rangeClosed(1, parts)
                                .mapToObj(part -> partUrl(key, id, part))
                                .toList())));
    }

    @Override
    public Uni<Void> completeUpload(ArtifactPath path, String uploadId, List<SentPart> parts) {
        return uni(multipart.complete(
                asClientsSeeIt.key(path),
                uploadId,
                parts.stream().map(part -> new Part(part.number(), part.etag())).toList()));
    }

    @Override
    public Uni<Void> abortUpload(ArtifactPath path, String uploadId) {
        return uni(multipart.abort(asClientsSeeIt.key(path), uploadId));
    }

    @Override
    public String downloadUrl(ArtifactPath path) {
        return asClientsSeeIt.signedUrl(HttpMethod.GET, asClientsSeeIt.key(path), Map.of(), expiry);
    }

    private String partUrl(String key, String uploadId, int part) {
        Map<String, String> query = Map.of("uploadId", uploadId, "partNumber", Integer.toString(part));
        return asClientsSeeIt.signedUrl(HttpMethod.PUT, key, query, expiry);
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
    }
}
