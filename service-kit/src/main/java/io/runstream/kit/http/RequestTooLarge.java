package io.runstream.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.runstream.api.ErrorBody;
import io.runstream.error.ErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The answer to a body that nobody will read to its end. */
@Singleton
class RequestTooLarge {
    private static final ErrorBody BODY = ErrorBody.of(ErrorCode.BAD_REQUEST, "Request Entity Too Large");

    /** For a client that only looks for an answer when it has sent all of its request. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private static final long NO_ERROR = 0;

    private final Vertx vertx;
    private final byte[] json;

    RequestTooLarge(Vertx vertx, ObjectMapper json) {
        this.vertx = vertx;
        try {
            this.json = json.writeValueAsBytes(BODY);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Answers, and ends the connection: with HTTP/1.1 the rest of the body stands in the way of the next request. What comes
     * until then is thrown away; a connection that is closed on a client that still writes takes the answer with it.
     */
    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.setStatusCode(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(json.length));
        if (request.version() == HttpVersion.HTTP_2) {
            response.end(Buffer.buffer(json)).onComplete(sent -> response.reset(NO_ERROR));
            return;
        }
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        closeWhenRead(request);
        response.write(Buffer.buffer(json));
    }

    /** The response stays without its end, which would close the connection at once. It has its length: clients see it whole. */
    private void closeWhenRead(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        vertx.setTimer(LINGER.toMillis(), late -> connection.close());
        request.exceptionHandler(gone -> connection.close())
                .endHandler(end -> request.response().end())
                .handler(thrownAway -> {})
                .resume();
    }
}
