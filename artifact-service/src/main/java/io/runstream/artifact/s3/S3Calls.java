package io.runstream.artifact.s3;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/** Calls of MinIO's client, which answers on threads of its own: here on the caller's context, failures as a client sees them. */
final class S3Calls {
    private S3Calls() {}

    static <T> Future<T> answer(Vertx vertx, S3Bucket bucket, CompletableFuture<T> call) {
        return Future.fromCompletionStage(call, vertx.getOrCreateContext())
                .recover(failure -> Future.failedFuture(S3Failures.of(bucket, failure)));
    }
}
