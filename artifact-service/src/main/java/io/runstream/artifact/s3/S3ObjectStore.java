package io.runstream.artifact.s3;

import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.store.ObjectEntry;
import io.runstream.artifact.store.ObjectInfo;
import io.runstream.artifact.store.ObjectStore;
import io.runstream.artifact.store.ReadRequest;
import io.runstream.artifact.store.ReadResult;
import io.runstream.artifact.store.UploadBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;

/** One bucket of a store that speaks S3. */
final class S3ObjectStore implements ObjectStore {
    private final S3Bucket bucket;
    private final S3Requests requests;
    private final S3Listing listing;
    private final S3Upload upload;

    S3ObjectStore(S3Bucket bucket, S3Requests requests, S3Listing listing, S3Upload upload) {
        this.bucket = bucket;
        this.requests = requests;
        this.listing = listing;
        this.upload = upload;
    }

    @Override
    public Uni<ReadResult> read(ArtifactPath path, ReadRequest request) {
        String key = bucket.key(path);
        ConditionalRead conditions = ConditionalRead.of(request.conditions());
        return uni(read(key, request.withBody(), conditions.headers()).compose(result -> {
            if (result instanceof ReadResult.PreconditionFailed && conditions.wholeInstead() != null) {
                return read(key, request.withBody(), conditions.wholeInstead());
            }
            return result instanceof ReadResult.RangeNotSatisfiable range && range.contentRange() == null
                    ? withLength(key)
                    : Future.succeededFuture(result);
        }));
    }

    @Override
    public Uni<Void> write(ArtifactPath path, String contentType, UploadBody body) {
        return uni(upload.send(bucket.key(path), contentType, body));
    }

    @Override
    public Uni<Void> delete(ArtifactPath path) {
        return uni(listing.deleteAll(bucket.key(path)));
    }

    @Override
    public Uni<List<ObjectEntry>> list(ArtifactPath folder) {
        return uni(listing.list(bucket.keyPrefix(folder)));
    }

    @Override
    public Uni<Boolean> isFolder(ArtifactPath path) {
        return uni(listing.any(bucket.keyPrefix(path)));
    }

    private Future<ReadResult> read(String key, boolean withBody, Map<String, String> headers) {
        return requests.read(withBody ? HttpMethod.GET : HttpMethod.HEAD, key, headers)
                .compose(response -> result(response, withBody));
    }

    /** Stores refuse a range past the end without a word about where the end is. */
    private Future<ReadResult> withLength(String key) {
        return read(key, false, Map.of())
                .map(known -> known instanceof ReadResult.Content content
                        ? new ReadResult.RangeNotSatisfiable("bytes */" + content.length())
                        : known);
    }

    private Future<ReadResult> result(HttpClientResponse response, boolean withBody) {
        return switch (response.statusCode()) {
            case 200, 206 -> Future.succeededFuture(content(response, withBody));
            case 304 -> drained(response, new ReadResult.NotModified(info(response)));
            case 412 -> drained(response, new ReadResult.PreconditionFailed());
            case 416 ->
                drained(response, new ReadResult.RangeNotSatisfiable(response.getHeader(HttpHeaders.CONTENT_RANGE)));
            case 404 -> missing(response, withBody);
            default -> requests.failure(response).compose(Future::failedFuture);
        };
    }

    private static ReadResult content(HttpClientResponse response, boolean withBody) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return new ReadResult.Content(
                info(response),
                response.getHeader(HttpHeaders.CONTENT_RANGE),
                length == null ? 0 : Long.parseLong(length),
                withBody ? response : null);
    }

    /** The bucket may be missing, too: that is not the client's mistake. */
    private Future<ReadResult> missing(HttpClientResponse response, boolean withBody) {
        if (!withBody) {
            return drained(response, new ReadResult.Missing());
        }
        return response.resume()
                .body()
                .compose(body -> body.toString().contains("NoSuchBucket")
                        ? Future.failedFuture(S3Failures.of(bucket, response.statusCode(), body.toString()))
                        : Future.succeededFuture(new ReadResult.Missing()));
    }

    private static Future<ReadResult> drained(HttpClientResponse response, ReadResult result) {
        return response.resume().end().map(result);
    }

    private static ObjectInfo info(HttpClientResponse response) {
        return new ObjectInfo(response.getHeader(HttpHeaders.ETAG), response.getHeader(HttpHeaders.LAST_MODIFIED));
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
    }
}
