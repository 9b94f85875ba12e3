package io.runstream.artifact.s3;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.messages.Part;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** Uploads in parts, all but the parts. */
final class S3Multipart {
    private final Vertx vertx;
    private final S3Bucket bucket;

    S3Multipart(Vertx vertx, S3Bucket bucket) {
        this.vertx = vertx;
        this.bucket = bucket;
    }

    /** The id of the new upload. */
    Future<String> create(String key, String contentType) {
        CreateMultipartUploadArgs args = CreateMultipartUploadArgs.builder()
                .bucket(bucket.name())
                .object(key)
                .headers(new Http.Headers("Content-Type", contentType))
                .build();
        return S3Calls.answer(vertx, bucket, bucket.client().createMultipartUpload(args))
                .map(response -> response.result().uploadId());
    }

    /** Makes the parts one object; their ETags may be quoted or not. */
    Future<Void> complete(String key, String uploadId, List<Part> parts) {
        CompleteMultipartUploadArgs args = CompleteMultipartUploadArgs.builder()
                .bucket(bucket.name())
                .object(key)
                .uploadId(uploadId)
                .parts(parts.toArray(Part[]::new))
                .build();
        return S3Calls.answer(vertx, bucket, bucket.client().completeMultipartUpload(args))
                .mapEmpty();
    }

    /** Removes the parts. */
    Future<Void> abort(String key, String uploadId) {
        AbortMultipartUploadArgs args = AbortMultipartUploadArgs.builder()
                .bucket(bucket.name())
                .object(key)
                .uploadId(uploadId)
                .build();
        return S3Calls.answer(vertx, bucket, bucket.client().abortMultipartUpload(args))
                .mapEmpty();
    }
}
