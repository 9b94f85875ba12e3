package io.runstream.artifact.s3;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.errors.MinioException;
import io.runstream.artifact.ArtifactPath;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;

/**
 * A bucket, and how requests to it are signed. MinIO's client does both without asking anybody, since the region is given.
 *
 * @param client for everything but objects' bytes
 * @param name of the bucket
 * @param prefix what all keys begin with; the root for none
 */
record S3Bucket(MinioAsyncClient client, String name, ArtifactPath prefix) {
    private static final Duration OWN_REQUESTS = Duration.ofMinutes(15);

    /** The key of that path. */
    String key(ArtifactPath path) {
        return prefix.resolve(path).value();
    }

    /** What the keys of everything in that folder begin with. */
    String keyPrefix(ArtifactPath folder) {
        String key = key(folder);
        return key.isEmpty() ? "" : key + "/";
    }

    /** Where this server sends a request of its own right now. */
    String signedUrl(HttpMethod method, String key, Map<String, String> query) {
        return signedUrl(method, key, query, OWN_REQUESTS);
    }

    /** An address at which that request is allowed to whoever knows it, for a while. */
    String signedUrl(HttpMethod method, String key, Map<String, String> query, Duration expiry) {
        try {
            return client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.valueOf(method.name()))
                    .bucket(name)
                    .object(key)
                    .expiry(Math.toIntExact(expiry.toSeconds()))
                    .extraQueryParams(query)
                    .build());
        } catch (MinioException e) {
            throw new IllegalStateException("A request can't be signed", e);
        }
    }
}
