package io.runstream.artifact.s3;

import io.minio.errors.ErrorResponseException;
import io.runstream.error.ApiException;
import io.runstream.error.ArtifactErrors;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a store's refusal means to a client: never 500, since none of it is a defect of this server. */
final class S3Failures {
    private static final Logger LOG = LoggerFactory.getLogger(S3Failures.class);
    private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
    private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

    private S3Failures() {}

    /** @param body the store's XML; may be empty */
    static ApiException of(S3Bucket bucket, int status, String body) {
        return of(bucket, status, first(CODE, body), first(MESSAGE, body));
    }

    /** Whatever a call of MinIO's client or of Vert.x's fails with. */
    static ApiException of(S3Bucket bucket, Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ApiException known) {
            return known;
        }
        if (cause instanceof ErrorResponseException refusal) {
            String code = refusal.errorResponse().code();
            return of(
                    bucket,
                    refusal.response().code(),
                    code,
                    refusal.errorResponse().message());
        }
        LOG.atWarn()
                .addKeyValue("bucket", bucket.name())
                .addKeyValue("reason", cause.toString())
                .log("The artifact store does not answer");
        return ArtifactErrors.storeUnavailable();
    }

    private static ApiException of(S3Bucket bucket, int status, @Nullable String code, @Nullable String message) {
        if ("NoSuchBucket".equals(code)) {
            return ArtifactErrors.bucketMissing(bucket.name());
        }
        if (status == 404) {
            return ArtifactErrors.storeHasNot(reason(status, message));
        }
        if (status == 400 || status == 409 || status == 414) {
            return ArtifactErrors.storeRejects(reason(status, message));
        }
        LOG.atWarn()
                .addKeyValue("bucket", bucket.name())
                .addKeyValue("status", status)
                .addKeyValue("code", code)
                .log("The artifact store refuses");
        return status == 401 || status == 403 ? ArtifactErrors.storeRefuses() : ArtifactErrors.storeUnavailable();
    }

    private static String reason(int status, @Nullable String message) {
        return message == null || message.isEmpty() ? "HTTP " + status : message;
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
