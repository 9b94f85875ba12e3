package io.runstream.artifact.s3;

import io.minio.ListMultipartUploadsArgs;
import io.minio.messages.ListMultipartUploadsResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads in parts that nobody will finish: their client, or the server in between, was killed. They are in nobody's way but
 * take room. Only old ones are removed, since others may be under way through another replica.
 */
final class AbandonedUploads {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedUploads.class);

    private final Vertx vertx;
    private final S3Bucket bucket;
    private final Duration age;

    AbandonedUploads(Vertx vertx, S3Bucket bucket, Duration age) {
        this.vertx = vertx;
        this.bucket = bucket;
        this.age = age;
    }

    /** Removes those that began before that much time; a store that does not answer is asked next time. */
    Future<Void> remove(Instant now) {
        ListMultipartUploadsArgs args = ListMultipartUploadsArgs.builder()
                .bucket(bucket.name())
                .prefix(bucket.prefix().value())
                .encodingType("url")
                .build();
        return S3Calls.answer(vertx, bucket, bucket.client().listMultipartUploads(args))
                .compose(response -> abort(response.result().uploads(), now.minus(age)))
                .recover(failure -> {
                    LOG.debug("Abandoned uploads can't be removed now", failure);
                    return Future.succeededFuture();
                });
    }

    private Future<Void> abort(List<ListMultipartUploadsResult.Upload> uploads, Instant before) {
        S3Multipart multipart = new S3Multipart(vertx, bucket);
        Future<Void> done = Future.succeededFuture();
        for (ListMultipartUploadsResult.Upload upload : uploads) {
            if (upload.initiated().toInstant().isBefore(before)) {
                done = done.compose(previous -> multipart.abort(upload.objectName(), upload.uploadId()))
                        .onSuccess(removed -> LOG.atInfo()
                                .addKeyValue("uploadId", upload.uploadId())
                                .log("Removed an upload that nobody finished"));
            }
        }
        return done;
    }
}
