package io.runstream.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.runstream.api.ErrorBody;
import io.runstream.error.ApiException;
import io.runstream.error.ErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * MLflow's JSON error as the answer to a request whose body nobody has read, and nobody will: from filters in front of the
 * resources. To be called on the request's own event loop.
 */
@Singleton
public class EarlyAnswer {
    private static final ErrorBody TOO_LARGE = ErrorBody.of(ErrorCode.BAD_REQUEST, "Request Entity Too Large");

    /** Cheaper to throw away than a new connection. */
    private static final long SMALL = 64 * 1024;

    /** For a client that only looks for an answer when it has sent all of its request. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private static final long NO_ERROR = 0;

    private final Vertx vertx;
    private final ObjectMapper json;

    @Inject
    EarlyAnswer(Vertx vertx, ObjectMapper json) {
        this.vertx = vertx;
        this.json = json;
    }

    /** With the error's own status, and {@code Retry-After} if it says when to come back. Headers that are set already stay. */
    public void send(HttpServerRequest request, ApiException error) {
        Duration retryAfter = error.retryAfter();
        if (retryAfter != null) {
            request.response().putHeader(HttpHeaders.createOptimized("Retry-After"), seconds(retryAfter));
        }
        send(request, error.code().httpStatus(), ErrorBody.from(error));
    }

    void tooLarge(HttpServerRequest request) {
        send(request, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code(), TOO_LARGE);
    }

    private void send(HttpServerRequest request, int status, ErrorBody error) {
        HttpServerResponse response = request.response();
        Buffer body = json(error);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (isSmall(request)) {
            response.end(body);
            request.resume();
        } else if (request.version() == HttpVersion.HTTP_2) {
            response.end(body).onComplete(sent -> response.reset(NO_ERROR));
        } else {
            // The rest of the body stands in the way of the next request.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            closeWhenRead(request);
            response.write(body);
        }
    }

    private static boolean isSmall(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            // The client may now keep its body, or send it: nobody knows where the next request begins.
            return false;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? !request.headers().contains(HttpHeaders.TRANSFER_ENCODING) && request.version() != HttpVersion.HTTP_2
                : Long.parseLong(length) <= SMALL;
    }

    /**
     * A connection that is closed on a client that still writes takes the answer with it: so what comes is thrown away for a
     * while. Meanwhile the response stays without its end, which would close the connection; it has its length, so clients
     * see it whole.
     */
    private void closeWhenRead(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        vertx.setTimer(LINGER.toMillis(), late -> connection.close());
        request.exceptionHandler(gone -> connection.close())
                .endHandler(end -> request.response().end())
                .handler(thrownAway -> {})
                .resume();
    }

    private Buffer json(ErrorBody error) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(error));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At least one: 0 would be an invitation to try at once. */
    private static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.plusMillis(999).toSeconds()));
    }
}
