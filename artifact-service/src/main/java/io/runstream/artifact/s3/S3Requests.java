package io.runstream.artifact.s3;

import io.runstream.artifact.store.UploadBody;
import io.runstream.error.ApiException;
import io.runstream.error.ArtifactErrors;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;

/**
 * Requests that carry the bytes of objects. They are signed without their bodies: a body streams through as it comes, and
 * what makes a store take it whole or not at all is its length.
 */
final class S3Requests {
    private static final int MAX_ERROR_LENGTH = 65_536;

    private final HttpClient http;
    private final S3Bucket bucket;

    S3Requests(HttpClient http, S3Bucket bucket) {
        this.http = http;
        this.bucket = bucket;
    }

    /** The answer, paused, whatever its status. */
    Future<HttpClientResponse> read(HttpMethod method, String key, Map<String, String> headers) {
        return request(method, key, Map.of())
                .compose(request -> {
                    headers.forEach(request::putHeader);
                    return request.send();
                })
                .map(HttpClientResponse::pause)
                .recover(failure -> Future.failedFuture(S3Failures.of(bucket, failure)));
    }

    /**
     * Puts the next bytes of the body.
     *
     * @param query of the request: empty for an object, its upload and number for a part
     * @param length how many bytes; the body must have them
     * @return the ETag
     */
    Future<String> put(String key, Map<String, String> query, String contentType, UploadBody body, long length) {
        return request(HttpMethod.PUT, key, query)
                .compose(request -> {
                    request.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
                    request.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
                    return send(request, body, length);
                })
                .compose(this::expectSuccess)
                .map(response -> {
                    String etag = response.getHeader(HttpHeaders.ETAG);
                    return etag == null ? "" : etag;
                })
                .recover(failure -> Future.failedFuture(S3Failures.of(bucket, failure)));
    }

    /** An error that came instead of an object. */
    Future<ApiException> failure(HttpClientResponse response) {
        return errorBody(response).map(text -> S3Failures.of(bucket, response.statusCode(), text));
    }

    private Future<HttpClientRequest> request(HttpMethod method, String key, Map<String, String> query) {
        return http.request(
                new RequestOptions().setMethod(method).setAbsoluteURI(bucket.signedUrl(method, key, query)));
    }

    /** Ends with the store's answer, which may come before everything is sent, or with what went wrong on either side. */
    private static Future<HttpClientResponse> send(HttpClientRequest request, UploadBody body, long length) {
        Promise<HttpClientResponse> answer = Promise.promise();
        // Without it, Vert.x logs as an error that a caller broke off.
        request.exceptionHandler(answer::tryFail);
        request.response().onComplete(answered -> {
            if (answered.succeeded()) {
                answer.tryComplete(answered.result());
            } else {
                answer.tryFail(answered.cause());
            }
        });
        body.sendTo(request, length).onComplete(sent -> {
            if (sent.succeeded() && sent.result() == length) {
                request.end();
            } else if (answer.tryFail(ArtifactErrors.uploadCutOff())) {
                request.reset();
            }
        });
        return answer.future().onFailure(failure -> request.reset());
    }

    private Future<HttpClientResponse> expectSuccess(HttpClientResponse response) {
        if (response.statusCode() / 100 == 2) {
            return response.resume().end().map(response);
        }
        return failure(response).compose(Future::failedFuture);
    }

    private static Future<String> errorBody(HttpClientResponse response) {
        if (HttpMethod.HEAD.equals(response.request().getMethod())) {
            return Future.succeededFuture("");
        }
        return response.resume().body().map(body -> body.getString(0, Math.min(body.length(), MAX_ERROR_LENGTH)));
    }
}
